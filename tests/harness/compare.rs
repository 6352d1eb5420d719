//! Shows how two texts differ, line by line.

/// Lines around a difference that are shown with it.
const AROUND: usize = 3;

/// The differences: `-` is what the file says, `+` is what happened. Empty where there are none.
pub fn difference(file: &str, happened: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (file.lines().collect(), happened.lines().collect());
    let lines = marked(&old, &new);
    let changed: Vec<usize> = lines.iter().enumerate().filter(|(_, l)| l.0 != ' ').map(|(i, _)| i).collect();
    let near = |i: usize| changed.iter().any(|c| c.abs_diff(i) <= AROUND);
    let mut shown = String::new();
    let mut last = None;
    for (index, (mark, line)) in lines.iter().enumerate().filter(|(i, _)| near(*i)) {
        if last.is_some_and(|l| l + 1 != index) {
            shown.push_str("  …\n");
        }
        shown.push_str(&format!("{mark} {line}\n"));
        last = Some(index);
    }
    shown
}

/// The longest common part kept, the rest marked.
pub fn marked<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(char, &'a str)> {
    let mut length = vec![vec![0u32; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            length[i][j] =
                if old[i] == new[j] { length[i + 1][j + 1] + 1 } else { length[i + 1][j].max(length[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            lines.push((' ', old[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && length[i + 1][j] >= length[i][j + 1]) {
            lines.push(('-', old[i]));
            i += 1;
        } else {
            lines.push(('+', new[j]));
            j += 1;
        }
    }
    lines
}
