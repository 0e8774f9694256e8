//! Names for people who do not exist, by where families come from, and places that do not exist.

/// Names that go together.
#[derive(Debug)]
pub struct Culture {
    /// Of a hundred families, so many.
    pub weight: usize,
    pub girls: &'static [&'static str],
    pub boys: &'static [&'static str],
    pub families: &'static [&'static str],
}

#[rustfmt::skip]
pub const CULTURES: [Culture; 10] = [
    // Welsh
    Culture { weight: 44,
        girls: &["Siân", "Ffion", "Cerys", "Angharad", "Lowri", "Mared", "Nia", "Elin", "Gwen", "Catrin",
            "Bethan", "Rhiannon", "Megan", "Carys", "Eleri", "Non", "Betsan", "Llinos", "Heledd", "Mair",
            "Efa", "Lleucu", "Gwenllïan", "Anwen", "Sioned", "Nêst", "Tegwen", "Delyth", "Branwen", "Hâf"],
        boys: &["Rhys", "Ioan", "Owain", "Dafydd", "Gethin", "Llŷr", "Siôn", "Iestyn", "Macsen", "Guto",
            "Emrys", "Gruffydd", "Hywel", "Ifan", "Steffan", "Osian", "Tomos", "Twm", "Aled", "Deio",
            "Gwilym", "Idris", "Llew", "Madog", "Cai", "Elis", "Morgan", "Tudur", "Môr", "Geraint"],
        families: &["Llewellyn", "Hughes", "Morgan", "Price", "Rees", "Davies", "ap Huw", "Prydderch", "Gwynne",
            "Tudor", "Bowen", "Pugh", "Vaughan", "Lloyd", "Penri", "Griffiths", "Probert", "Howells",
            "Mainwaring", "Gethin", "Cadwaladr", "Meredith", "Jenkins", "Powell", "Rhydderch", "Tegid",
            "Eynon", "Beynon", "Treharne", "Ieuan", "Wyn", "Llŷr-Evans", "Môn-Hughes", "Gower", "Bebb"] },
    // English
    Culture { weight: 27,
        girls: &["Ellie", "Chloe", "Jade", "Demi", "Kayleigh", "Amber", "Zoë", "Molly", "Paige", "Summer",
            "Skye", "Georgia", "Ruby", "Lacey", "Imogen", "Tia", "Keira", "Libby", "Naomi", "Renée"],
        boys: &["Jake", "Connor", "Tyler", "Kieran", "Ryan", "Callum", "Jordan", "Bradley", "Ashton", "Leo",
            "Ethan", "Declan", "Reece", "Toby", "Corey", "Harvey", "Mason", "Zach", "Finley", "Noah"],
        families: &["Ashdown", "Fairweather", "Thornbury", "Penhale", "Marlowe", "Brackenridge", "Halloway",
            "Stanmore", "Wickham", "Underhill", "Larkspur", "Fenwick", "Merriweather", "Oakshott",
            "Tanner", "Whitlock", "Brontë", "Kettle", "Farrow", "Goodchild", "Pikestaff", "Quill"] },
    // Polish
    Culture { weight: 7,
        girls: &["Zofia", "Małgorzata", "Kinga", "Oliwia", "Agnieszka", "Łucja", "Wiktoria", "Hanna"],
        boys: &["Łukasz", "Michał", "Kacper", "Błażej", "Paweł", "Szymon", "Jędrzej", "Oskar"],
        families: &["Wójcik", "Kowalczyk", "Żuraw", "Błękitny", "Świerk", "Dąbek", "Łabędź", "Zieliński"] },
    // Arabic, as written in passports
    Culture { weight: 5,
        girls: &["Nūr", "Layla", "Zaynab", "Hanān", "Amal", "Rania", "Yasmīn", "Salma"],
        boys: &["Yūsuf", "Karīm", "Omar", "Tāriq", "Bilāl", "Samīr", "Hamza", "Idrīs"],
        families: &["al-Nahr", "Haddād", "al-Bustānī", "Najjār", "el-Khalil", "Sayegh", "al-Rashīd", "Qamar"] },
    // Romanian
    Culture { weight: 4,
        girls: &["Ioana", "Ștefania", "Mădălina", "Crina", "Ileana", "Anca", "Raluca", "Bianca", "Sorina"],
        boys: &["Ștefan", "Răzvan", "Ionuț", "Mihai", "Cătălin", "Vlad", "Horia", "Dragoș", "Florin"],
        families: &["Brădescu", "Țuțuianu", "Lupușor", "Mărgărit", "Pădureanu", "Stâncu", "Vântu", "Cireșan", "Zăpadă"] },
    // Portuguese
    Culture { weight: 3,
        girls: &["Inês", "Conceição", "Beatriz", "Luísa", "Mafalda", "Leonor", "Matilde", "Íris", "Joana"],
        boys: &["João", "Tomás", "Gonçalo", "Simão", "Rui", "Duarte", "Afonso", "Vasco", "Nuno"],
        families: &["Pinheiro", "Falcão", "da Conceição", "Magalhães", "Nevoeiro", "Carvalhal", "Lagoinha", "Serrano", "Açucena"] },
    // Ukrainian
    Culture { weight: 3,
        girls: &["Oksana", "Zlata", "Solomiia", "Daryna", "Mar'yana", "Lesia", "Yaryna", "Olha"],
        boys: &["Taras", "Ostap", "Bohdan", "Danylo", "Lev", "Nazar", "Marko", "Yurii"],
        families: &["Kalyna", "Vyshnevska", "Lisovyk", "Soroka", "Zirka", "Vyshnia", "Dzvin", "Hora"] },
    // Urdu and Punjabi
    Culture { weight: 3,
        girls: &["Aisha", "Mahnoor", "Sana", "Zara", "Hira", "Noor", "Iqra", "Maryam"],
        boys: &["Bilal", "Hassan", "Zain", "Ahmed", "Danish", "Usman", "Haris", "Saad"],
        families: &["Chaudhry", "Mirza", "Baig", "Gulzar", "Siddiqui", "Anwar", "Khokhar", "Lodhi"] },
    // Vietnamese
    Culture { weight: 2,
        girls: &["Thảo", "Hương", "Ngọc", "Linh", "Mai", "Trâm", "Vy"],
        boys: &["Đức", "Minh", "Quân", "Tuấn", "Khôi", "Bảo", "Long"],
        families: &["Nguyễn", "Đặng", "Võ", "Phạm", "Bùi", "Lý", "Hồ"] },
    // Somali
    Culture { weight: 2,
        girls: &["Hodan", "Ifrah", "Ladan", "Sahra", "Idil", "Nasra", "Ubax"],
        boys: &["Abshir", "Guuleed", "Liibaan", "Warsame", "Bile", "Cilmi", "Diiriye"],
        families: &["Xidigle", "Cawaale", "Dhagax", "Geeljire", "Daruur", "Waaberi", "Jilal"] },
];

/// Streets that no map shows.
#[rustfmt::skip]
pub const STREETS: [&str; 24] = [
    "Heol y Chwedl", "Stryd y Ddraig Goch", "Rhodfa Ffug", "Tŷ Chwedlau", "Clos yr Uncorn", "Heol Blodeuwedd",
    "Lôn y Tylwyth Teg", "Maes Rhith", "Fable Street", "Unicorn Close", "Mistletoe Parade", "Griffin Row",
    "Dragon's Rest", "Cilgant Pryderi", "Teras Gwydion", "Heol Arawn", "Nowhere Terrace", "Ffordd Annwn",
    "Pretend Avenue", "Clos Matholwch", "Stryd Bendigeidfran", "Make-Believe Mews", "Rhes y Cawr", "Storybook Hill",
];

/// Towns that no map shows either.
#[rustfmt::skip]
pub const TOWNS: [&str; 9] = [
    "Aberffug", "Pontchwedl", "Cwm Rhith", "Llanddychymyg", "Port Fable", "Nant-y-Stori", "Ynysffug",
    "Glyn Hud", "Briton Fable",
];

#[rustfmt::skip]
pub const SCHOOLS: [&str; 10] = [
    "Ysgol Gyfun Aberffug", "Port Fable Comprehensive", "Ysgol Cwm Rhith", "Coleg Chwedl", "Pontchwedl High School",
    "Ysgol Glyn Hud", "St Mistletoe's", "Llanddychymyg Learning Centre", "Coleg Port Fable", "Ysgol Nant-y-Stori",
];

/// Homes for children who are looked after.
pub const HOMES: [&str; 4] = [
    "Tŷ Gobaith Ffug",
    "Hafan Chwedl",
    "Fable House",
    "Plas Rhith",
];

/// What friends or people online call somebody.
#[rustfmt::skip]
pub const NICKNAMES: [&str; 16] = [
    "Shaz", "Bubbles", "Dai Bach", "Tinks", "Jinx", "Cariad", "Moth", "Kez", "Pip", "Lolz", "Sparks", "Seren99",
    "x_luna_x", "Blodyn", "Ghost", "Wiggy",
];
