//! From an asking of this part to its function of casework.

use crate::app::talk::today::{Answer, Ask};
use crate::casework::{CaseworkError, Desk};

#[expect(clippy::needless_pass_by_value, reason = "nothing can be asked yet")]
pub(super) fn answer(_desk: &mut Desk<'_>, ask: Ask) -> Result<Answer, CaseworkError> {
    match ask {}
}
