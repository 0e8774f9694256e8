//! The outline of a file of texts: ids, texts and variables, without a full reading.
//!
//! Shared with `build.rs`, which makes the keys from it; so it uses nothing but the standard
//! library. Reading the texts for showing them is done by `fluent-bundle`.

/// One text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: String,
    /// As written, on one line.
    pub text: String,
    /// The names of what the text is given, sorted, without the dollar sign.
    pub variables: Vec<String>,
}

/// The texts of a file, in its order. A line that starts with a letter starts a text.
pub fn messages(file: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    let mut inside = false;
    for line in file.lines() {
        if line.starts_with('#') || line.starts_with('-') {
            inside = false;
            continue;
        }
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let Some((id, text)) = line.split_once('=') else {
                inside = false;
                continue;
            };
            inside = true;
            found.push(Message {
                id: id.trim().to_owned(),
                text: text.trim().to_owned(),
                variables: Vec::new(),
            });
        } else if inside
            && !line.trim().is_empty()
            && let Some(message) = found.last_mut()
        {
            if !message.text.is_empty() {
                message.text.push(' ');
            }
            message.text.push_str(line.trim());
        }
    }
    for message in &mut found {
        message.variables = variables(&message.text);
    }
    found
}

/// The id as the name of a key: `no-store-to-do` is `NoStoreToDo`.
pub fn camel_case(id: &str) -> String {
    id.split(['-', '_'])
        .flat_map(|part| {
            let mut letters = part.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters)
        })
        .collect()
}

fn variables(text: &str) -> Vec<String> {
    let mut names: Vec<String> = text
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
                .collect::<String>()
        })
        .filter(|name| !name.is_empty())
        .collect();
    names.sort();
    names.dedup();
    names
}
