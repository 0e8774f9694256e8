//! Short and pet forms of given names, Welsh and English, that spelling alone does not show.
//!
//! A pair found here counts only with the same family name, and is shown only where something
//! else fits too. The list is ours and wants additions from people who know the area's names.

/// Shorter ones begin too many names.
const LEAST_LETTERS: usize = 3;

/// Each line is one name in its forms, folded as for a search. A form may stand in several lines.
const FORMS: &[&[&str]] = &[
    &[
        "dafydd", "dai", "dei", "deio", "dewi", "david", "dave", "davey", "davy", "taf",
    ],
    &[
        "gwilym", "william", "wil", "will", "bil", "bill", "billy", "liam", "gwil",
    ],
    &["robert", "rob", "robbie", "bob", "bobby", "bert"],
    &["richard", "rich", "rick", "ricky", "dic", "dick"],
    &[
        "ifan", "evan", "ieuan", "ianto", "iwan", "john", "jack", "johnny", "sion", "sioni", "jac",
    ],
    &["iago", "james", "jim", "jimmy", "jamie", "siams"],
    &[
        "michael", "mike", "mick", "mickey", "mikey", "mihangel", "meic",
    ],
    &["edward", "ned", "ted", "teddy", "eddie", "ed", "iorwerth"],
    &["thomas", "tomos", "tom", "tommy", "twm"],
    &["gruffydd", "griff", "guto", "gruff", "griffith"],
    &["llewelyn", "llewellyn", "llew", "lyn", "llelo"],
    &["rhydderch", "rod", "roderick"],
    &["alexander", "alex", "sandy", "xander", "alec", "ali"],
    &["anthony", "tony", "ant"],
    &["andrew", "andy", "drew"],
    &["charles", "charlie", "chaz", "chuck", "siarl"],
    &["henry", "harry", "hal", "harri"],
    &["nathaniel", "nathan", "nate", "nat"],
    &["joseph", "joe", "joey", "jo"],
    &[
        "margaret", "maggie", "meg", "megan", "peggy", "mags", "mared", "marged",
    ],
    &[
        "elizabeth",
        "liz",
        "lizzie",
        "beth",
        "betsan",
        "bethan",
        "betty",
        "eliza",
        "libby",
        "elsi",
    ],
    &[
        "catherine",
        "katherine",
        "kathryn",
        "cath",
        "kate",
        "katie",
        "cathy",
        "kitty",
        "catrin",
        "cadi",
    ],
    &["mary", "mair", "mari", "molly", "polly", "mali"],
    &["gwenllian", "gwen", "llio", "lian"],
    &["angharad", "haz", "angie", "hari"],
    &["sian", "jane", "shan", "shaz", "siani"],
    &["sharon", "shaz", "shazza"],
    &["rebecca", "becky", "becca", "becs"],
    &["isabella", "isabel", "bella", "izzy", "belle"],
    &["olivia", "liv", "livvy", "ollie"],
    &["charlotte", "lottie", "charlie", "char"],
    &["victoria", "vicky", "tori", "buddug"],
    &["jessica", "jess", "jessie"],
    &[
        "eleanor", "elinor", "ellie", "nell", "nellie", "elin", "nora",
    ],
    &["natalie", "nat", "tallie"],
    &["rhiannon", "rhi", "nonn", "non"],
    &["sara", "sarah", "sal", "sally", "sadie"],
    &["abigail", "abi", "gail"],
    &["samantha", "samuel", "sam", "sammy"],
    &["caitlin", "cait", "katie"],
    &["kayleigh", "kay", "kayls"],
];

/// Whether one is a short form of the other: its beginning, or a form that people use.
pub fn is_short_form(one: &str, other: &str) -> bool {
    if one == other {
        return false;
    }
    let long_enough = |name: &str| name.chars().count() >= LEAST_LETTERS;
    (long_enough(one) && other.starts_with(one))
        || (long_enough(other) && one.starts_with(other))
        || FORMS
            .iter()
            .any(|forms| forms.contains(&one) && forms.contains(&other))
}
