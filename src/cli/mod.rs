//! The programs: one file each. They wire the rooms together and speak to the operator.

pub mod check;
pub mod distress;
pub mod init;
pub mod invite;
pub mod log;
pub mod practice;
pub mod replay;
pub mod run;
pub mod when;
