//! Values of a data file, asked for as what they should be; what they are not is an error at their place.

use crate::ReadError;

pub(super) struct Value {
    pub kind: Kind,
    pub line: u32,
    pub column: u32,
}

pub(super) enum Kind {
    Number(i64),
    /// From one number to another, both included.
    Range(i64, i64),
    /// Of numbers and ranges.
    Set(Vec<Value>),
    /// One of two dimensions is an array of rows, unless `array2d` was given all values in one.
    Array(Vec<Value>),
    /// What nobody asks for.
    Other,
}

impl Value {
    /// A number within these.
    pub fn within(&self, least: usize, most: usize) -> Result<usize, ReadError> {
        let Kind::Number(number) = self.kind else { return Err(self.fault("a whole number is expected here")) };
        self.fits(number, least, most)
    }

    /// The numbers of a set, up to `most` and without 0, which files write for none.
    pub fn set(&self, most: usize) -> Result<impl Iterator<Item = usize>, ReadError> {
        let parts = match &self.kind {
            Kind::Set(parts) => parts,
            Kind::Range(..) => std::slice::from_ref(self),
            _ => return Err(self.fault("a set is expected here")),
        };
        let range = |part: &Self| match part.kind {
            Kind::Range(first, last) => Ok(part.fits(first, 0, most)?..=part.fits(last, 0, most)?),
            _ => part.within(0, most).map(|number| number..=number),
        };
        // A range stays one, however long it is, until somebody counts.
        let filled = parts.iter().filter(|part| !matches!(part.kind, Kind::Range(first, last) if first > last));
        let ranges = filled.map(range).collect::<Result<Vec<_>, _>>()?;
        Ok(ranges.into_iter().flatten().filter(|number| *number != 0))
    }

    /// So many items.
    pub fn items(&self, count: usize) -> Result<&[Self], ReadError> {
        match self.array()? {
            items if items.len() == count => Ok(items),
            items => Err(self.fault(format!("{} values stand here instead of {count}", items.len()))),
        }
    }

    /// So many rows of so many values, from an array of one or two dimensions.
    pub fn rows(&self, count: usize, width: usize) -> Result<Vec<&[Self]>, ReadError> {
        match self.array()? {
            rows @ [Self { kind: Kind::Array(_), .. }, ..] if rows.len() == count => rows.iter().map(|row| row.items(width)).collect(),
            rows @ [Self { kind: Kind::Array(_), .. }, ..] => Err(self.fault(format!("{} rows stand here instead of {count}", rows.len()))),
            _ => Ok(self.items(count * width)?.chunks(width).collect()),
        }
    }

    pub fn fault(&self, message: impl Into<String>) -> ReadError {
        ReadError::at(self.line, self.column, message)
    }

    fn array(&self) -> Result<&[Self], ReadError> {
        if let Kind::Array(items) = &self.kind { Ok(items) } else { Err(self.fault("an array is expected here")) }
    }

    fn fits(&self, number: i64, least: usize, most: usize) -> Result<usize, ReadError> {
        let fitting = usize::try_from(number).ok().filter(|number| (least..=most).contains(number));
        fitting.ok_or_else(|| self.fault(format!("{number} is not in {least}..{most}")))
    }
}
