//! Bytes as hexadecimal text, for hashes and for the cipher's key.

/// Two small letters or digits a byte.
pub(in crate::store) fn encode(bytes: &[u8]) -> String {
    // Sized beforehand: a growing string would leave pieces of a key behind in memory.
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        for half in [byte >> 4, byte & 0x0f] {
            text.push(char::from_digit(u32::from(half), 16).unwrap_or('0'));
        }
    }
    text
}

/// The bytes of `text`, if it is 32 of them in hexadecimal.
pub(in crate::store) fn decode_32(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect();
    if digits.len() % 2 == 1 {
        return None;
    }
    bytes.try_into().ok()
}
