//! What a dialogue's button carries: which dialogue, which showing of it, and what to do. It grants nothing: a press counts
//! only where the same button is shown now.

/// Callback data of dialogues begins with this.
pub const PREFIX: &str = "d:";

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Takes the choice at this place, counted from 0.
    Choose(u16),
    /// Chooses what stands at this place, counted from 0, where several can be chosen.
    Pick(u16),
    /// Lets it go again.
    Drop(u16),
    /// Goes on with what is chosen.
    Ready,
    /// Shows the other choices too.
    All,
    /// Goes to what was shown before.
    Back,
    /// Ends the dialogue.
    Stop,
    /// Leaves the step out.
    Skip,
    /// Leaves the answer as it is.
    Keep,
    /// Finishes.
    Confirm,
    /// Asks the steps under 'tell more'.
    More,
    /// Shows which answers can be changed.
    Change,
    /// Changes the answer to the step at this place in the flow, counted from 0.
    Edit(u16),
}

/// The callback data of one button: `d:{nonce}:{asked}:{action}`, numbers in base 36. At most 23 bytes of Telegram's 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Data {
    /// Which dialogue.
    pub nonce: u32,
    /// Which showing.
    pub asked: u32,
    /// What it does.
    pub action: Action,
}

impl Data {
    /// As callback data.
    pub fn encode(self) -> String {
        let action = match self.action {
            Action::Choose(i) => format!(".{}", base36(i.into())),
            Action::Edit(i) => format!("e{}", base36(i.into())),
            Action::Pick(i) => format!("p{}", base36(i.into())),
            Action::Drop(i) => format!("u{}", base36(i.into())),
            Action::Ready => "r".to_owned(),
            Action::All => "a".to_owned(),
            Action::Back => "b".to_owned(),
            Action::Stop => "x".to_owned(),
            Action::Skip => "s".to_owned(),
            Action::Keep => "k".to_owned(),
            Action::Confirm => "c".to_owned(),
            Action::More => "m".to_owned(),
            Action::Change => "v".to_owned(),
        };
        format!("{PREFIX}{}:{}:{action}", base36(self.nonce), base36(self.asked))
    }

    /// From callback data; `None` if it is not exactly what [`Data::encode`] writes.
    pub fn decode(data: &str) -> Option<Data> {
        let mut parts = data.strip_prefix(PREFIX)?.splitn(3, ':');
        let number = |part: &str| u32::from_str_radix(part, 36).ok();
        let place = |part: &str| u16::from_str_radix(part, 36).ok();
        let (nonce, asked, action) = (number(parts.next()?)?, number(parts.next()?)?, parts.next()?);
        let action = match action {
            "a" => Action::All,
            "b" => Action::Back,
            "x" => Action::Stop,
            "s" => Action::Skip,
            "k" => Action::Keep,
            "c" => Action::Confirm,
            "m" => Action::More,
            "v" => Action::Change,
            "r" => Action::Ready,
            other => match other.split_at_checked(1)? {
                (".", i) => Action::Choose(place(i)?),
                ("e", i) => Action::Edit(place(i)?),
                ("p", i) => Action::Pick(place(i)?),
                ("u", i) => Action::Drop(place(i)?),
                _ => return None,
            },
        };
        // Written differently (a plus, capitals, leading zeros) it is not ours.
        Some(Data { nonce, asked, action }).filter(|d| d.encode() == data)
    }
}

fn base36(mut number: u32) -> String {
    let mut digits = Vec::with_capacity(7);
    loop {
        digits.extend(char::from_digit(number % 36, 36));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
