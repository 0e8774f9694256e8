//! From an asking about plans to its function of casework.

use super::Room;
use crate::app::talk::plans::{Answer, Ask, CopyKind};
use crate::casework::{CaseworkError, plans};
use crate::export;
use crate::runtime::private_files;
use crate::words::Words;

pub(super) fn answer(room: &mut Room, ask: Ask) -> Result<Answer, CaseworkError> {
    let store = room.place.path.clone();
    let desk = &mut room.desk()?;
    Ok(match ask {
        Ask::Open(case) => Answer::Opened(Box::new(plans::of_case(desk, case)?)),
        Ask::Version(plan) => Answer::Version(Box::new(plans::version(desk, plan)?)),
        Ask::Begin(case) => {
            plans::begin(desk, case, None)?;
            Answer::Begun
        }
        Ask::SetShared {
            plan,
            version,
            part,
        } => {
            plans::set_shared(desk, plan, version, &part)?;
            Answer::Set
        }
        Ask::SetAgainstHarm {
            plan,
            version,
            actions,
        } => {
            plans::set_against_harm(desk, plan, version, &actions)?;
            Answer::Set
        }
        Ask::Agree {
            plan,
            version,
            agreement,
        } => {
            plans::agree(desk, plan, version, &agreement)?;
            Answer::Agreed
        }
        Ask::Drop { plan, version } => {
            plans::drop_draft(desk, plan, version)?;
            Answer::Dropped
        }
        Ask::Note {
            action,
            version,
            progress,
        } => {
            plans::note_progress(desk, action, version, &progress)?;
            Answer::Noted
        }
        Ask::WriteCopy {
            plan,
            language,
            kind,
            folder,
        } => {
            let (plan, called) = plans::copy_to_give(desk, plan)?;
            let words = Words::embedded(language);
            let page = export::family_plan_page(&plan, &called, words);
            let stem = export::family_plan_stem(&plan, &called, words);
            let file = match kind {
                CopyKind::Text => Ok(("txt", export::plain::file(&page))),
                CopyKind::Word => export::word::docx(&page, language)
                    .map(|file| ("docx", file))
                    .map_err(std::io::Error::other),
            };
            let folder = private_files::folder(&folder, &store);
            let written = file
                .and_then(|(ending, file)| private_files::write(&folder?, &stem, ending, &file));
            match written {
                Ok(path) => Answer::Written(path.display().to_string()),
                Err(_) => Answer::NotWritten,
            }
        }
    })
}
