//! Reading TOML tables key by key, so that every complaint names its key.
//!
//! Serde's own messages for a wrong type do not say which key was wrong, which is why this is
//! done by hand. What the keys mean is not known here.

use std::cell::RefCell;

use toml::{Table, Value};

use crate::domain::seraf::form::Bilingual;
use crate::domain::seraf::form_error::{FormError, FormProblem};

/// One table of the file under its path, remembering which keys were asked for.
pub struct Keys<'a> {
    file: &'a str,
    path: String,
    table: &'a Table,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Keys<'a> {
    pub fn new(file: &'a str, path: String, table: &'a Table) -> Self {
        Self {
            file,
            path,
            table,
            asked: RefCell::default(),
        }
    }

    /// The error that names a key of this table.
    pub fn refuse(&self, key: &str, problem: FormProblem) -> FormError {
        FormError {
            file: self.file.to_owned(),
            key: self.path_of(key),
            problem,
        }
    }

    fn path_of(&self, key: &str) -> String {
        match (self.path.is_empty(), key.is_empty()) {
            (true, _) => key.to_owned(),
            (false, true) => self.path.clone(),
            (false, false) => format!("{}.{key}", self.path),
        }
    }

    /// Refuses keys that nobody asked for. To be called when all known keys have been asked for.
    pub fn finish(self) -> Result<(), FormError> {
        let asked = self.asked.borrow();
        match self.table.keys().find(|key| !asked.contains(&key.as_str())) {
            None => Ok(()),
            Some(unknown) => Err(self.refuse(
                unknown,
                FormProblem::UnknownKey {
                    known: asked.join(", "),
                },
            )),
        }
    }

    pub fn value(&self, key: &'static str) -> Option<&'a Value> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    fn needed<T>(&self, key: &'static str, found: Option<T>) -> Result<T, FormError> {
        found.ok_or_else(|| self.refuse(key, FormProblem::Missing))
    }

    fn wrong<T>(&self, key: &str, wanted: &'static str, found: &Value) -> Result<T, FormError> {
        let found = name_of(found);
        Err(self.refuse(key, FormProblem::WrongType { wanted, found }))
    }

    pub fn text_if_any(&self, key: &'static str) -> Result<Option<String>, FormError> {
        match self.value(key) {
            None => Ok(None),
            Some(Value::String(text)) => self.checked(key, text).map(Some),
            Some(other) => self.wrong(key, "a text", other),
        }
    }

    pub fn text(&self, key: &'static str) -> Result<String, FormError> {
        let text = self.text_if_any(key)?;
        self.needed(key, text)
    }

    /// Text is refused when empty, and when it could reach a terminal as a command.
    fn checked(&self, key: &str, text: &str) -> Result<String, FormError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(self.refuse(key, FormProblem::Empty));
        }
        if text.chars().any(is_unsafe) {
            return Err(self.refuse(key, FormProblem::ControlCharacter));
        }
        Ok(text.to_owned())
    }

    pub fn id(&self, key: &'static str) -> Result<String, FormError> {
        let id = self.text(key)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.len() <= 40 && id.chars().all(plain) {
            Ok(id)
        } else {
            Err(self.refuse(key, FormProblem::NotAnId(id)))
        }
    }

    pub fn bilingual_if_any(&self, key: &'static str) -> Result<Option<Bilingual>, FormError> {
        let table = match self.value(key) {
            None => return Ok(None),
            Some(Value::String(text)) => {
                let both = self.checked(key, text)?;
                return Ok(Some(Bilingual {
                    en: both.clone(),
                    cy: both,
                }));
            }
            Some(Value::Table(table)) => table,
            Some(other) => {
                return self.wrong(key, "a text, or one text each as .en and .cy", other);
            }
        };
        let keys = Keys::new(self.file, self.path_of(key), table);
        let en = keys.text("en")?;
        let cy = keys.text_if_any("cy")?.unwrap_or_else(|| en.clone());
        keys.finish()?;
        Ok(Some(Bilingual { en, cy }))
    }

    pub fn bilingual(&self, key: &'static str) -> Result<Bilingual, FormError> {
        let text = self.bilingual_if_any(key)?;
        self.needed(key, text)
    }

    pub fn yes_or_no_if_any(&self, key: &'static str) -> Result<Option<bool>, FormError> {
        match self.value(key) {
            None => Ok(None),
            Some(Value::Boolean(answer)) => Ok(Some(*answer)),
            Some(other) => self.wrong(key, "true or false", other),
        }
    }

    /// A whole number from 0 to `most`.
    pub fn number_if_any<T: TryFrom<i64> + Into<i64>>(
        &self,
        key: &'static str,
        most: T,
    ) -> Result<Option<T>, FormError> {
        match self.value(key) {
            None => Ok(None),
            Some(value) => self.as_number(key, value, most).map(Some),
        }
    }

    pub fn number<T: TryFrom<i64> + Into<i64>>(
        &self,
        key: &'static str,
        most: T,
    ) -> Result<T, FormError> {
        let number = self.number_if_any(key, most)?;
        self.needed(key, number)
    }

    pub fn as_number<T: TryFrom<i64> + Into<i64>>(
        &self,
        key: &str,
        value: &Value,
        most: T,
    ) -> Result<T, FormError> {
        let Value::Integer(found) = *value else {
            return self.wrong(key, "a whole number", value);
        };
        if found < 0 {
            return Err(self.refuse(key, FormProblem::Negative(found)));
        }
        let most = most.into();
        match T::try_from(found) {
            Ok(number) if found <= most => Ok(number),
            _ => Err(self.refuse(key, FormProblem::TooLarge { found, most })),
        }
    }

    pub fn table_if_any(&self, key: &'static str) -> Result<Option<Keys<'a>>, FormError> {
        match self.value(key) {
            None => Ok(None),
            Some(Value::Table(table)) => Ok(Some(Keys::new(self.file, self.path_of(key), table))),
            Some(other) => self.wrong(key, "a table", other),
        }
    }

    /// The tables of a list, each named by its id where it has one, else by its number from 1.
    pub fn tables(&self, key: &'static str) -> Result<Vec<Keys<'a>>, FormError> {
        let list = match self.value(key) {
            None => return Ok(Vec::new()),
            Some(Value::Array(list)) => list,
            Some(other) => return self.wrong(key, "a list of tables", other),
        };
        let mut tables = Vec::with_capacity(list.len());
        for (number, value) in (1..).zip(list) {
            let Value::Table(table) = value else {
                return self.wrong(key, "a list of tables", value);
            };
            let name = match table.get("id") {
                Some(Value::String(id)) if !id.is_empty() && !id.chars().any(is_unsafe) => {
                    id.clone()
                }
                _ => format!("{number}"),
            };
            let path = format!("{}.{name}", self.path_of(key));
            tables.push(Keys::new(self.file, path, table));
        }
        Ok(tables)
    }
}

/// Control characters, and those that turn the direction of text around.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a text",
        Value::Integer(_) => "a whole number",
        Value::Float(_) => "a number with a fraction",
        Value::Boolean(_) => "true or false",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    }
}
