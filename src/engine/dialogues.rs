//! Guided dialogues: joins the pure room with the features' hooks and the stored drafts.

use crate::features::Register;
use crate::model::Result;
use crate::turn::{Beginning, Turn};

pub async fn begin(_register: &Register, _turn: &mut Turn<'_>, _beginning: Beginning) -> Result<()> {
    Ok(())
}

pub async fn press(_register: &Register, _turn: &mut Turn<'_>, _data: &str) -> Result<()> {
    Ok(())
}

pub async fn message(_register: &Register, _turn: &mut Turn<'_>) -> Result<bool> {
    Ok(false)
}

pub async fn remind(_register: &Register, _turn: &mut Turn<'_>) -> Result<()> {
    Ok(())
}
