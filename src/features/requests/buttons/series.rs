//! What the buttons about a request that repeats carry: it is named by its first date. A button grants nothing.

use std::fmt;

use crate::model::{RequestId, ResponseId};

/// A press about a series, or about one of its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesTap {
    /// All of it, on the pressed message.
    Whole(RequestId),
    /// Its dates to choose one from, this page.
    Dates(RequestId, u32),
    /// One date.
    Date(RequestId),
    /// A helper chooses dates: those chosen so far, a bit each, and the page shown.
    Pick(RequestId, u32, u32),
    /// A helper offers for the dates chosen.
    Offer(RequestId, u32),
    /// This helper, gladly, for every date they offered; with the version that was shown.
    Yes(ResponseId, i64),
    /// Not this helper; with the version that was shown.
    No(ResponseId, i64),
    /// The helper can't on any date.
    Cant(RequestId),
    /// None of it is needed any more; asked first, then sure.
    Stop(RequestId, bool),
}

impl fmt::Display for SeriesTap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SeriesTap::Whole(id) => write!(f, "all:{id}"),
            SeriesTap::Dates(id, page) => write!(f, "dates:{id}:{page}"),
            SeriesTap::Date(id) => write!(f, "date:{id}"),
            SeriesTap::Pick(id, chosen, page) => write!(f, "pick:{id}:{chosen}:{page}"),
            SeriesTap::Offer(id, chosen) => write!(f, "offer:{id}:{chosen}"),
            SeriesTap::Yes(id, version) => write!(f, "yesall:{id}:{version}"),
            SeriesTap::No(id, version) => write!(f, "noall:{id}:{version}"),
            SeriesTap::Cant(id) => write!(f, "cantall:{id}"),
            SeriesTap::Stop(id, sure) => write!(f, "stopall:{id}:{}", u8::from(*sure)),
        }
    }
}

impl SeriesTap {
    /// Reads what a button carried; none for what is not ours.
    pub fn read(data: &str) -> Option<SeriesTap> {
        let parts: Vec<&str> = data.split(':').collect();
        let request = |id: &str| id.parse().ok().map(RequestId);
        let response = |id: &str| id.parse().ok().map(ResponseId);
        match parts.as_slice() {
            ["all", id] => Some(SeriesTap::Whole(request(id)?)),
            ["dates", id, page] => Some(SeriesTap::Dates(request(id)?, page.parse().ok()?)),
            ["date", id] => Some(SeriesTap::Date(request(id)?)),
            ["pick", id, chosen, page] => Some(SeriesTap::Pick(request(id)?, chosen.parse().ok()?, page.parse().ok()?)),
            ["offer", id, chosen] => Some(SeriesTap::Offer(request(id)?, chosen.parse().ok()?)),
            ["yesall", id, version] => Some(SeriesTap::Yes(response(id)?, version.parse().ok()?)),
            ["noall", id, version] => Some(SeriesTap::No(response(id)?, version.parse().ok()?)),
            ["cantall", id] => Some(SeriesTap::Cant(request(id)?)),
            ["stopall", id, "0"] => Some(SeriesTap::Stop(request(id)?, false)),
            ["stopall", id, "1"] => Some(SeriesTap::Stop(request(id)?, true)),
            _ => None,
        }
    }
}

/// Every kind of press about a series, about these things.
#[cfg(test)]
pub(super) fn all(a: i64, b: i64, page: u32) -> Vec<SeriesTap> {
    let (request, response) = (RequestId(a), ResponseId(a));
    vec![
        SeriesTap::Whole(request),
        SeriesTap::Dates(request, page),
        SeriesTap::Date(request),
        SeriesTap::Pick(request, page, page),
        SeriesTap::Offer(request, page),
        SeriesTap::Yes(response, b),
        SeriesTap::No(response, b),
        SeriesTap::Cant(request),
        SeriesTap::Stop(request, false),
        SeriesTap::Stop(request, true),
    ]
}
