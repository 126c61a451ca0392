package import Frame

extension Cube {
    /// Marks summed by class, subject, teacher and scale.
    package static let markGroup = Cube(
        "mark_group",
        MarkCells.dimensions,
        values: MarkCells.values,
        rollups: [.markScaleUse]
    )

    /// Marks by scale: which scales a year has marks on.
    package static let markScaleUse = Cube(
        "mark_scale_use",
        [.year, .kind, .scale],
        values: MarkCells.values
    )

    /// Marks summed by pupil too: people of a subject or teacher are counted here.
    package static let markPupil = Cube(
        "mark_pupil",
        MarkCells.dimensions + [.pupil],
        values: MarkCells.values,
        rollups: [.markClass],
        byPupil: "mark_pupil_by_pupil"
    )

    /// Marks of all subjects of a pupil together: people of classes, grades and institutions are counted here.
    package static let markClass = Cube(
        "mark_class",
        MarkCells.dimensions.filter { ![.subject, .teacher].contains($0) } + [.pupil],
        values: MarkCells.values,
        byPupil: "mark_class_by_pupil"
    )
}

/// What a mark adds to the cells.
enum MarkCells {
    /// Year and term lead the key: every question names them.
    ///
    /// A sum is of marks of one scale: 7 of ten and 7 of twenty make no mean.
    static let dimensions: [Dimension] = [
        .year, .term, .kind, .institution, .classGroup, .grade, .subject, .teacher, .scale,
    ]

    /// Marks that count, their sum and squares in hundredths; marks by level; marks without a result; all marks.
    static let values: [Name] = ["n", "sum", "squares", "l1", "l2", "l3", "l4", "levelled", "nv", "entries"]

    /// Adds a row of the table of marks.
    ///
    /// The pupil's place in the key is past the end of the smaller cube.
    static func contribute(_ row: FactRow, to cells: CellAccumulator) {
        let standing = row[16]
        guard standing != MarkStanding.exempt.rawValue else { return }
        for (index, column) in keyColumns.enumerated() { cells.key(index, row[column]) }
        if cells.cube.dimensions.count > keyColumns.count { cells.key(keyColumns.count, row[0]) }
        let counts = standing == MarkStanding.counted.rawValue
        let level = row[9]
        cells.value(0, counts ? 1 : 0)
        cells.value(1, counts ? row[7] : 0)
        cells.value(2, counts ? row[7] * row[7] : 0)
        for step in 1...4 { cells.value(2 + step, level == step ? 1 : 0) }
        cells.value(7, level > 0 ? 1 : 0)
        cells.value(8, standing == MarkStanding.missing.rawValue ? 1 : 0)
        cells.value(9, 1)
        cells.add()
    }

    /// Where the dimensions stand in a row: year, term, kind, institution, class, grade, subject, teacher, scale.
    private static let keyColumns = [2, 3, 4, 11, 12, 13, 1, 15, 10]
}
