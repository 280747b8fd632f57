//! Danish places against Chinese places: in each cell the relations of the two (R43).

use super::{Edge, Node, Web};
use std::collections::{BTreeMap, BTreeSet};

/// Rows are the places of one country, columns those of the other; only such as have a relation.
#[derive(Debug)]
pub struct Matrix<'a> {
    pub rows: Vec<&'a Node>,
    pub columns: Vec<&'a Node>,
    cells: BTreeMap<(String, String), Vec<&'a Edge>>,
}

impl<'a> Matrix<'a> {
    pub fn new(web: &'a Web, row_country: &str, column_country: &str) -> Matrix<'a> {
        let mut cells: BTreeMap<(String, String), Vec<&'a Edge>> = BTreeMap::new();
        let (mut rows, mut columns) = (BTreeSet::new(), BTreeSet::new());
        for edge in &web.edges {
            let (Some(a), Some(b)) = (web.place_of(&edge.a), web.place_of(&edge.b)) else { continue };
            let (row, column) = match (web.country(&a.id), web.country(&b.id)) {
                (x, y) if x == row_country && y == column_country => (a, b),
                (x, y) if y == row_country && x == column_country => (b, a),
                _ => continue,
            };
            rows.insert(&row.id);
            columns.insert(&column.id);
            let cell = cells.entry((row.id.clone(), column.id.clone())).or_default();
            // Several parties of one relation may sit in one place: it is told once.
            if !cell.iter().any(|e| !e.path.is_empty() && e.path == edge.path && e.kind == edge.kind) {
                cell.push(edge);
            }
        }
        let nodes = |ids: BTreeSet<&String>| ids.into_iter().filter_map(|id| web.nodes.get(id)).collect();
        Matrix { rows: nodes(rows), columns: nodes(columns), cells }
    }

    pub fn cell(&self, row: &str, column: &str) -> &[&'a Edge] {
        self.cells.get(&(row.to_string(), column.to_string())).map_or(&[], Vec::as_slice)
    }

    /// Cells with something in them.
    pub fn filled(&self) -> usize {
        self.cells.len()
    }
}
