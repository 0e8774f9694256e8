//! What people say and write in the stories: short, in their own words, about nobody who exists.

use super::dice::Dice;
use crate::domain::referral::Fear;

/// What somebody told, with what is feared. `{they}` is the young person's name.
pub struct Told {
    pub feared: &'static [Fear],
    pub words: &'static str,
}

const fn told(feared: &'static [Fear], words: &'static str) -> Told {
    Told { feared, words }
}

use Fear::{Exchange, GroomingByTechnology, GroomingDirect, Images, Trafficking};

#[rustfmt::skip]
pub const TOLD: [Told; 22] = [
    told(&[Exchange], "{they} came to school with a new phone and will not say who gave it. Twice this month out all night."),
    told(&[GroomingByTechnology], "Mum found messages on {they}'s tablet from a man who says he is 17. He asks {they} to keep it secret."),
    told(&[Images], "A friend of {they} told the youth worker that pictures of {they} are going round. {they} is frightened of who has them."),
    told(&[GroomingDirect], "{they} is picked up after school by a car nobody at home knows. The driver looks about 25."),
    told(&[GroomingDirect, Exchange], "{they} calls an older man \"boyfriend\". He pays for taxis and clothes and is angry when {they} sees friends."),
    told(&[Trafficking], "{they} was found in another town, 60 miles away, with two adults who could not say why."),
    told(&[], "{they} has stopped coming to football and does not sleep. Nan says: something is wrong and I cannot reach her grandchild."),
    told(&[GroomingByTechnology, Images], "{they} sent a picture to somebody met in a game, and now he wants more and says he will tell."),
    told(&[Exchange], "Shop staff say {they} waits at the retail park late at night and gets in and out of vans."),
    told(&[GroomingDirect], "Missing overnight for the third time. {they} came home in clothes that were not {they}'s and said nothing."),
    told(&[], "Carer noticed bruises on the arm. {they} said it was a fall. {they} is often on the phone at three in the morning."),
    told(&[GroomingByTechnology], "Mae {they} yn siarad ar-lein â rhywun bob nos. Mae Mam yn poeni ac nid yw'n gwybod pwy yw e."),
    told(&[Exchange, GroomingDirect], "Roedd {they} mewn tŷ gyda phobl hŷn. Roedd alcohol yno. Daeth adref mewn tacsi a dalwyd gan rywun arall."),
    told(&[GroomingDirect], "A neighbour sees grown men come and go at the flat where {they} spends the weekends."),
    told(&[Images], "School: another pupil showed a teacher a picture that was sent of {they}. Both are upset."),
    told(&[], "Sexual health nurse is worried after a visit; {they} would not say who the older partner is."),
    told(&[Exchange], "{they} owes money to somebody and says it must be paid back \"in other ways\"."),
    told(&[GroomingDirect], "Younger sister says a man gives {they} vapes and lifts, and that {they} cries afterwards."),
    told(&[GroomingByTechnology], "Residential staff: {they} has three phones and deletes everything. A man rings the house phone at night."),
    told(&[Trafficking, Exchange], "Police stopped a car on the motorway with {they} and two other young people in it. The driver is known to them."),
    told(&[], "{they} told a teaching assistant: I did something I cannot undo. Asked for help and then said it was a joke."),
    told(&[GroomingDirect, Images], "Dad took {they}'s phone and found many numbers without names, and photographs of a flat he does not know."),
];

pub const VIEWS: [&str; 8] = [
    "I can look after myself. I don't want everyone to know.",
    "I am scared he will be angry if I talk.",
    "It's good that somebody asked.",
    "He is my friend. You don't understand.",
    "Dw i eisiau mynd yn ôl i bêl-droed.",
    "I want it to stop but not the police.",
    "",
    "",
];

pub const FAMILY_VIEWS: [&str; 7] = [
    "We have asked for help for months.",
    "I check the phone every night, I don't know what else to do.",
    "Rydyn ni eisiau i rywun ddweud beth sy'n digwydd.",
    "I was told it was my fault. It is not.",
    "She was never like this before the summer.",
    "",
    "",
];

/// Who tells: an agency's id, and the name they gave.
pub const AGENCY_PEOPLE: [(&str, &str); 12] = [
    ("school-or-college", "Ms Pugh, head of year"),
    ("school-or-college", "Mr Adeyemi, safeguarding lead"),
    ("south-wales-police", "PC 4411 Rees"),
    ("south-wales-police", "DS Hallam"),
    ("camhs", "Dr Iwan Prosser"),
    ("school-nursing", "Nurse Begum"),
    ("sexual-health", "Nurse Ceri Pascoe"),
    ("residential-provider", "Home manager, night shift"),
    ("youth-justice", "Kelly Orchard"),
    ("fostering", "Link worker M. Sealy"),
    ("substance-misuse", "Jo Tennant"),
    ("education-welfare", "Mrs Lewis-Quill"),
];

pub const FAMILY_TELLERS: [&str; 6] =
    ["Mum", "Dad", "Nan", "Foster carer", "Aunt", "Older brother"];

pub const PROTECTIVE: [&str; 8] = [
    "Nan, who is told a lot. Football on Thursdays.",
    "Good tie with a youth worker; likes college.",
    "Mum acts on what she is told and keeps a diary of cars.",
    "Talks to the school nurse.",
    "Foster carers of two years, calm and patient.",
    "Wants to be a hairdresser and goes to the salon on Saturdays.",
    "Ffrind da o'r ysgol gynradd; mae'r teulu'n agos.",
    "",
];

pub const LEARNING: [&str; 4] = [
    "Reads slowly; short words and time to think help.",
    "none known",
    "Hears little on the left side.",
    "",
];

pub const JUSTICE: [&str; 3] = ["none", "One caution, for taking a scooter.", ""];

pub const AGENCIES_BESIDE: [&str; 4] = [
    "Tylwyth Teg youth club, since the spring",
    "The Dragon's Den boxing club; the coach is trusted",
    "Clwb Ieuenctid Cantre'r Gwaelod",
    "",
];

pub const NAMED_BEFORE: [&str; 4] = [
    "no",
    "no",
    "By a teacher, two years ago; nothing came of it.",
    "",
];

pub const NARRATIVE: [&str; 7] = [
    "Seen at home and alone. Says little, answers by message afterwards.",
    "The account of three agencies agrees; the family was there and helped.",
    "Much is not known yet: school has not answered.",
    "Calmer than last time. The car has not been seen since.",
    "More than one adult now. The phone was looked at together.",
    "Completed with the young person, who chose the words on money and gifts.",
    "Cwblhawyd gyda'r person ifanc a'i mam.",
];

pub const LOWER_REASON: [&str; 4] = [
    "The number fell because months have passed; nothing shows that it is safer. Contact goes on.",
    "No new episode, phone handed in, and new friends at college; agreed by school and police.",
    "One indicator only, well evidenced, and the family moved; the worker keeps weekly contact.",
    "The adult is in custody. The young person still grieves for the tie and may return to it.",
];

pub const HEARD_REASON: [&str; 4] = [
    "Several agencies hold a part; the family asks for one plan.",
    "Score and judgement agree. More than one adult is named.",
    "Escalating within weeks; a meeting can set safety at home and at school at once.",
    "Missing episodes with one address in common: the network must be seen together.",
];

pub const NOT_HEARD_REASON: [&str; 3] = [
    "The score is high from what is past; for ten months nothing new and the tie to the worker holds.",
    "The case is in care proceedings and the same people meet there fortnightly; nothing would be added.",
    "The account was withdrawn with a credible reason and checked with police and school.",
];

pub const INSTEAD: [&str; 3] = [
    "Weekly direct work by Better Futures, reviewed by the team manager in six weeks.",
    "Child in need plan with school and health; SERAF again in three months.",
    "Safety plan with the family; police disruption of the address goes on.",
];

pub const AGAINST_LOW_REASON: [&str; 2] = [
    "Below the line by points, yet what is known came in a fortnight and all of it is significant.",
    "Much is not known. The worker's judgement is higher, and waiting would cost time.",
];

pub const MORE_NEEDED: [&str; 2] = [
    "School and police have not been asked; their part decides this.",
    "The young person has not been seen alone.",
];

pub const PUT_FORWARD: [&str; 3] = [
    "Under 16, and getting worse week by week; police share the worry.",
    "Two friends of hers are on the protocol, and the same car.",
    "Judged higher than the score: little is known because she is never at home.",
];

pub const CLOSE_REASON: [&str; 4] = [
    "Safe at home for months; school keeps an eye and knows whom to call.",
    "Direct work ended as planned; the family has the number.",
    "Moved to another authority, which has taken it over.",
    "Turned 18; adult services have met the young person.",
];

pub const RESTRICTED: &str = "A relative works in the authority, outside this team.";

pub const TRIAGE_REASON: [&str; 4] = [
    "Checked with school and police: one argument between friends, no adult involved.",
    "Belongs to the early help team, who know the family.",
    "Advice on phones and pictures given to Mum; she will ring again.",
    "The young person lives in another county; told them by phone and in writing.",
];

pub const CANCELLED: [&str; 2] = [
    "The young person asked for a day without school tests.",
    "The chair is ill; a new day within the window is being found.",
];

pub const NOT_ASKED: [&str; 3] = [
    "Police bail: no contact with the young person.",
    "The young person asked that he is not there; the chair agreed.",
    "Named in what is being looked into.",
];

/// Sentences with the young person's name in them.
pub fn about(they: &str, words: &str) -> String {
    words.replace("{they}", they)
}

/// One of these, and often nothing.
pub fn some(dice: &mut Dice, texts: &[&'static str]) -> String {
    dice.pick(texts).to_owned()
}

/// What a team says to which information was passed on.
pub const HEARD_BACK: &str = "They have taken it on and have spoken with the family.";

/// What police and social services decided together.
pub const STRATEGY_DECIDED: &str =
    "Joint visit today; the police follow up the phone numbers; a SERAF is to be completed.";

pub const PUT_ON: &str =
    "At risk by every agency's account; safety at home and at school is planned together.";
pub const STAYS: &str = "Safer than at the last meeting, and not yet safe without the plan.";
pub const REMOVED: &str =
    "No new episode for months, the tie is broken, and the young person has people to turn to.";
pub const NOT_PUT_ON: &str = "The worry is real and met by a child in need plan with the family.";

/// What young people say at Part 2: how hard it is (1 to 5), in their own words.
pub const SAID: [(u8, &str); 10] = [
    (1, "I don't want to be here. Everyone talks about me."),
    (2, "It's a lot. But Lowri listens."),
    (2, "Dw i'n methu cysgu."),
    (3, "School is better. Nights are hard."),
    (3, "He still messages me and I don't know how to stop it."),
    (3, "It helps that I can pick where we meet."),
    (4, "I went back to football and nobody asked anything."),
    (4, "Mae Mam a fi'n siarad mwy nawr."),
    (4, "I blocked him. I was scared and then it was fine."),
    (5, "I feel like me again."),
];

pub const THEIR_WORRY: [&str; 5] = [
    "That he waits outside school.",
    "That it was my fault.",
    "My pictures.",
    "Bod pawb yn gwybod.",
    "",
];

pub const THEIR_STRENGTH: [&str; 5] = [
    "Nan and the dog.",
    "I asked for help.",
    "My friend Tia.",
    "Pêl-droed.",
    "",
];

pub const GOALS: [&str; 6] = [
    "I want to go back to football",
    "I want to sleep without my phone ringing",
    "Dw i eisiau mynd i'r coleg",
    "I want to go out with my friends and feel safe",
    "I want Mum to trust me again",
    "I want to do my exams",
];

/// Who will do what.
pub const ACTIONS: [(&str, &str); 9] = [
    ("Lowri", "meet each week, where the young person picks"),
    ("Mum", "phone each evening at nine, and not ask where from"),
    ("Mr Adeyemi", "a quiet room at lunch, no questions"),
    (
        "Kai from Better Futures",
        "go to the first football training together",
    ),
    (
        "DS Hallam",
        "block the numbers together, and keep the phone one evening only",
    ),
    ("The young person", "text Lowri if the car is there"),
    (
        "Nurse Begum",
        "an appointment with the person they know already",
    ),
    ("Mam a Dad", "swper gyda'n gilydd ddwywaith yr wythnos"),
    ("Nan", "have the spare room ready at weekends"),
];

pub const HOW_WE_KNOW: &str = "We ask at the next meeting.";

pub const ACTION_DONE: &str = "Done; it helped, says the young person.";
pub const ACTION_OPEN: &str = "Begun, and goes on.";

pub const FULL_MINUTES: &str = "Facts, strengths and risks were gone through with all agencies \
present. Decisions and reasons are recorded with the protocol. Actions are in the plan.";
pub const FAMILY_MINUTES: &str = "We talked about how things are and what helps. The plan that we \
made together is with this letter. You can tell us if anything in it is not right.";
pub const FAMILY_NEWS: &str =
    "The plan and the notes of the meeting are on their way; nothing else has changed.";

/// What they want said at the meeting.
pub const BEFORE_SAY: [&str; 6] = [
    "I don't want to talk about the pictures in front of Dad.",
    "Please ask me and not only Mum.",
    "I want to know who reads this.",
    "Dw i am fynd yn ôl i'r ysgol, ond nid i'r un dosbarth.",
    "Nobody explained what the police do now.",
    "I want football back. That is all.",
];

pub const BEFORE_BESIDE: [&str; 4] = ["Nan", "My key worker", "Mam", "My sister, she is 19"];

pub const BEFORE_TRANSPORT: [&str; 4] = [
    "Lift from Mum, there and back",
    "Taxi booked for 20 minutes before",
    "Bus 54; somebody meets them at the stop",
    "Worker collects them and brings them home",
];
