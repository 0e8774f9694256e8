//! The loop: what comes in goes to `update`, what it orders is carried out, and a frame is drawn
//! when nothing more waits.
//!
//! The terminal is the app's only while this runs, whatever ends it.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::desk::{self, Order};
use super::drill;
use super::input::{self, FromTerminal};
use super::signals::{self, SystemSignal};
use super::terminal::{self, Colours, Mouse, Screen, TerminalError};
use crate::app::effect::{AskId, Effect};
use crate::app::input::Input;
use crate::app::model::{Model, Size};
use crate::app::msg::{Answer, Msg};
use crate::app::screen::Reopen;
use crate::app::update::update;
use crate::domain::bilingual::Language;
use crate::ui::{self, Theme, View};
use crate::words::{BothWords, Key};

/// Nothing that is shown changes faster.
const SHORTEST_WAIT: Duration = Duration::from_millis(100);

/// With what the program starts.
#[derive(Debug, Clone)]
pub struct Start {
    pub place: desk::Place,
    pub words: Arc<BothWords>,
    pub language: Language,
    /// Who is likely to unlock.
    pub user: Option<String>,
    /// The form of a new referral is the first that is shown.
    pub begins_with_referral: bool,
    pub theme: Theme,
    pub colours: Colours,
    pub mouse: Mouse,
}

/// One thing from outside.
enum Event {
    Terminal(FromTerminal),
    Signal(SystemSignal),
    Answer(AskId, Answer),
}

/// Runs the interactive program until somebody leaves it. Answers the references of the referrals
/// that were recorded meanwhile.
///
/// # Errors
/// When there is no terminal, or it failed.
pub fn run(start: Start) -> Result<Vec<String>, TerminalError> {
    let words = start.words.of(start.language);
    terminal::give_back_on_panic(words.say(Key::TroublePanic).to_owned());
    let mut screen = Screen::enter(start.colours, start.mouse)?;
    let (sender, events) = mpsc::channel();
    let typed = sender.clone();
    input::start(move |event| typed.send(Event::Terminal(event)).is_ok())?;
    let signalled = sender.clone();
    signals::start(move |signal| signalled.send(Event::Signal(signal)).is_ok())?;
    let answered = Answers(sender);
    let (orders, store) = desk::start(start.place.clone(), move |id, answer| {
        answered.0.send(Event::Answer(id, answer)).is_ok()
    })?;

    let size = screen.size()?;
    let size = Size {
        cols: size.width,
        rows: size.height,
    };
    let rules = Arc::clone(&start.place.rules);
    let now = start.place.clock.now();
    let (mut model, effects) = Model::new(size, now, start.language, rules, start.user.clone());
    model.begins_with = start.begins_with_referral.then_some(Reopen::Referral);
    let mut program = Program {
        start,
        model,
        orders: Some(orders),
        is_over: false,
        last_touched: Instant::now(),
    };
    program.carry_out(&mut screen, effects)?;
    let ended = program.go_round(&mut screen, &events);
    // The store's thread first finishes what was ordered: drafts above all.
    let recorded = std::mem::take(&mut program.model.recorded);
    drop(program);
    match store.join() {
        Ok(()) => ended.map(|()| recorded),
        // It has been told already; whoever started the program sees by its code that it failed.
        Err(fault) => std::panic::resume_unwind(fault),
    }
}

/// The way of the store's answers. Where its thread is stopped by a fault, nothing would be answered
/// nor kept any more, and so the program ends too.
struct Answers(Sender<Event>);

impl Drop for Answers {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.0.send(Event::Signal(SystemSignal::Terminate));
        }
    }
}

struct Program {
    start: Start,
    model: Model,
    /// Given up at the end, by which the store's thread knows that nothing more comes.
    orders: Option<Sender<Order>>,
    is_over: bool,
    last_touched: Instant,
}

impl Program {
    fn go_round(
        &mut self,
        screen: &mut Screen,
        events: &Receiver<Event>,
    ) -> Result<(), TerminalError> {
        while !self.is_over {
            self.draw(screen)?;
            let first = match self.patience() {
                None => events.recv().ok(),
                Some((patience, then)) => match events.recv_timeout(patience) {
                    Ok(event) => Some(event),
                    Err(RecvTimeoutError::Timeout) => {
                        self.happened(screen, then)?;
                        continue;
                    }
                    Err(RecvTimeoutError::Disconnected) => None,
                },
            };
            let Some(first) = first else {
                return Ok(());
            };
            // Keys that already wait are handled before the next frame.
            let waiting = std::iter::once(first).chain(events.try_iter());
            for event in waiting {
                self.heard(screen, event)?;
                if self.is_over {
                    break;
                }
            }
        }
        Ok(())
    }

    fn draw(&self, screen: &mut Screen) -> Result<(), TerminalError> {
        let view = View {
            model: &self.model,
            words: self.start.words.of(self.model.language),
            theme: self.start.theme,
        };
        screen.draw(|frame| ui::draw(frame, &view))
    }

    /// How long it is waited for a key, and what happens then: what is shown says another time, or
    /// the program locks itself. For ever where it is locked already, and shows no time that goes.
    fn patience(&self) -> Option<(Duration, Msg)> {
        self.model.actor.as_ref()?;
        let minutes = self.model.rules.policies.policy.session.auto_lock_minutes;
        let allowed = Duration::from_secs(u64::from(minutes) * 60);
        let locks = allowed.saturating_sub(self.last_touched.elapsed());
        let wakes = self.model.wakes_at().map(|at| {
            // A clock that stands still is looked at again later, and never in a hurry.
            let wait = (at - self.start.place.clock.now()).to_std();
            wait.unwrap_or_default().max(SHORTEST_WAIT)
        });
        match wakes {
            Some(wakes) if wakes < locks => Some((wakes, Msg::Woken)),
            _ => Some((locks, Msg::LeftAlone)),
        }
    }

    fn heard(&mut self, screen: &mut Screen, event: Event) -> Result<(), TerminalError> {
        let msg = match event {
            Event::Terminal(FromTerminal::Input(input)) => {
                if matches!(input, Input::Paste(_)) {
                    drill::fault(drill::Thread::App);
                }
                self.last_touched = Instant::now();
                Msg::Input(input)
            }
            Event::Answer(id, answer) => Msg::Answered { id, answer },
            Event::Terminal(FromTerminal::Gone)
            | Event::Signal(
                SystemSignal::Terminate | SystemSignal::HangUp | SystemSignal::Interrupt,
            ) => Msg::Ended,
            Event::Signal(SystemSignal::Continued) => {
                screen.forget()?;
                return Ok(());
            }
            Event::Signal(SystemSignal::Resized) => {
                let size = screen.size()?;
                Msg::Input(Input::Resized {
                    cols: size.width,
                    rows: size.height,
                })
            }
        };
        self.happened(screen, msg)
    }

    fn happened(&mut self, screen: &mut Screen, msg: Msg) -> Result<(), TerminalError> {
        self.model.now = self.start.place.clock.now();
        let effects = update(&mut self.model, msg);
        self.carry_out(screen, effects)
    }

    fn carry_out(
        &mut self,
        screen: &mut Screen,
        effects: Vec<Effect>,
    ) -> Result<(), TerminalError> {
        for effect in effects {
            match effect {
                Effect::Ask { id, ask } => self.order(Order::Ask { id, ask }),
                Effect::CloseStore => self.order(Order::Close),
                Effect::ClearScreen => screen.clear_scrollback()?,
                Effect::Suspend => {
                    screen.suspend()?;
                    self.happened(screen, Msg::Resumed)?;
                }
                Effect::Quit => {
                    self.is_over = true;
                    self.orders = None;
                }
            }
        }
        Ok(())
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The store's thread ends before the program only when it panicked, and then the
            // terminal is given back already.
            let _ = orders.send(order);
        }
    }
}
