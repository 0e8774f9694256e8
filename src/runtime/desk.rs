//! The store's thread: it owns the open store, carries out what screens ask, and answers.
//!
//! One thing after the other, so that no key waits for the disk and no two changes of one session
//! meet. Each part of the work has a file that leads an asking to its function of casework.

mod accounts;
mod after;
mod cases;
mod decisions;
mod drafts;
mod meetings;
mod panel;
mod plans;
mod preparation;
mod referrals;
mod runner;
mod seraf;
mod today;
mod voice;

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::clock::Clock;
use super::drill;
use crate::app::effect::{Ask, AskId};
use crate::app::msg::{Answer, Failure};
use crate::casework::{CaseworkError, Desk};
use crate::domain::roles::Actor;
use crate::domain::rules::Rules;
use crate::store::Store;

/// What the thread is told.
#[derive(Debug)]
pub enum Order {
    Ask {
        id: AskId,
        ask: Ask,
    },
    /// Drops the store and its key.
    Close,
}

/// Where the store is, and by what everything is counted.
#[derive(Debug, Clone)]
pub struct Place {
    pub path: PathBuf,
    pub clock: Clock,
    pub rules: Arc<Rules>,
}

/// Starts the thread. It ends, with the store closed, when all senders of orders are gone;
/// everything ordered before is done first.
///
/// # Errors
/// When the system refuses the thread.
pub fn start(
    place: Place,
    deliver: impl FnMut(AskId, Answer) -> bool + Send + 'static,
) -> io::Result<(Sender<Order>, JoinHandle<()>)> {
    let (sender, orders) = mpsc::channel();
    let thread = thread::Builder::new()
        .name("store".to_owned())
        .spawn(move || work(place, &orders, deliver))?;
    Ok((sender, thread))
}

/// A store that somebody has unlocked.
struct Open {
    store: Store,
    actor: Actor,
}

/// What the thread has at hand: the place, and the store once somebody has unlocked it.
pub struct Room {
    place: Place,
    open: Option<Open>,
}

fn work(place: Place, orders: &Receiver<Order>, mut deliver: impl FnMut(AskId, Answer) -> bool) {
    let mut room = Room::new(place);
    let mut queue = VecDeque::new();
    while let Some(order) = next(&mut queue, orders) {
        match order {
            Order::Close => room.close(),
            Order::Ask { id, ask } => {
                if matches!(ask, Ask::Drafts(_)) {
                    drill::fault(drill::Thread::Store);
                }
                let answer = if is_overtaken(&ask, &queue) {
                    Answer::Overtaken
                } else {
                    drill::delay();
                    room.answer(ask)
                };
                if !deliver(id, answer) {
                    return;
                }
            }
        }
    }
}

/// The next order to be carried out: those that wait for a rest come after all others, and not
/// before nothing has been ordered for a moment. None when everything is done and no more comes.
fn next(queue: &mut VecDeque<Order>, orders: &Receiver<Order>) -> Option<Order> {
    loop {
        queue.extend(orders.try_iter());
        let is_ready = |order: &Order| match order {
            Order::Ask { ask, .. } => !ask.waits_for_rest(),
            Order::Close => true,
        };
        if let Some(ready) = queue.iter().position(is_ready) {
            return queue.remove(ready);
        }
        if queue.is_empty() {
            queue.push_back(orders.recv().ok()?);
            continue;
        }
        match orders.recv_timeout(REST) {
            Ok(order) => queue.push_back(order),
            Err(_) => return queue.pop_front(),
        }
    }
}

/// After this long without a key a person looks at what is under the cursor.
const REST: Duration = Duration::from_millis(200);

/// Whether a later asking in the queue makes this one needless.
fn is_overtaken(ask: &Ask, queue: &VecDeque<Order>) -> bool {
    queue.iter().any(|order| match order {
        Order::Ask { ask: later, .. } => later.overtakes(ask),
        Order::Close => false,
    })
}

impl Room {
    /// A locked room; nothing is opened yet.
    pub fn new(place: Place) -> Self {
        Self { place, open: None }
    }

    /// Drops the store and its key.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Carries one asking out, at once and on this thread.
    pub fn answer(&mut self, ask: Ask) -> Answer {
        self.carry_out(ask)
            .unwrap_or_else(|error| Answer::Failed(failure(&error)))
    }

    fn carry_out(&mut self, ask: Ask) -> Result<Answer, CaseworkError> {
        match ask {
            Ask::Accounts(ask) => accounts::answer(self, ask).map(Answer::Accounts),
            Ask::After(ask) => after::answer(self, ask).map(Answer::After),
            Ask::Cases(ask) => cases::answer(&mut self.desk()?, ask).map(Answer::Cases),
            Ask::Decisions(ask) => decisions::answer(&mut self.desk()?, ask).map(Answer::Decisions),
            Ask::Drafts(ask) => drafts::answer(&mut self.desk()?, ask).map(Answer::Drafts),
            Ask::Meetings(ask) => meetings::answer(&mut self.desk()?, ask).map(Answer::Meetings),
            Ask::Preparation(ask) => preparation::answer(self, ask).map(Answer::Preparation),
            Ask::Plans(ask) => plans::answer(self, ask).map(Answer::Plans),
            Ask::Referrals(ask) => referrals::answer(&mut self.desk()?, ask).map(Answer::Referrals),
            Ask::Runner(ask) => runner::answer(&mut self.desk()?, ask).map(Answer::Runner),
            Ask::Seraf(ask) => seraf::answer(&mut self.desk()?, ask).map(Answer::Seraf),
            Ask::Today(ask) => today::answer(&mut self.desk()?, ask).map(Answer::Today),
            Ask::Panel(ask) => panel::answer(&mut self.desk()?, ask).map(Answer::Panel),
            Ask::Voice(ask) => voice::answer(&mut self.desk()?, ask).map(Answer::Voice),
        }
    }

    /// The desk of the person who came in.
    fn desk(&mut self) -> Result<Desk<'_>, CaseworkError> {
        let Some(Open { store, actor }) = &mut self.open else {
            return Err(CaseworkError::NotUnlocked);
        };
        Ok(Desk {
            store,
            actor,
            now: self.place.clock.now(),
            rules: &self.place.rules,
        })
    }
}

fn failure(error: &CaseworkError) -> Failure {
    Failure {
        words_key: error.words_key(),
        is_conflict: error.exit_code() == CONFLICT,
    }
}

/// The exit code that the contract gives a conflict.
const CONFLICT: u8 = 5;
