package import Frame
internal import Kernel
internal import Storage

/// What became of a pupil's part in an assessment.
package enum ResultStatus: Int, CaseIterable, Sendable, SQLReadable, SQLValue {
    /// The pupil took it and the result counts.
    case took = 1
    /// The pupil was not there.
    case absent = 2
    /// The pupil is exempt.
    case exempt = 3
    /// The result is known and counts nowhere, such as a repeated work.
    case notCounted = 4

    /// The stable word in files.
    package var code: String {
        switch self {
        case .took: "took"
        case .absent: "absent"
        case .exempt: "exempt"
        case .notCounted: "not-counted"
        }
    }
}

extension FactTable {
    /// Results of pupils in assessments; part 0 is the whole work.
    ///
    /// Points and the most points are in hundredths, per cents in hundredths of a per cent and exact, also those of
    /// which the whole alone counts; −1 where a number is not known. `kind` is the member of ``AssessmentSort``.
    package static let assessmentResults = FactTable(
        "assessment_result",
        key: ["pupil_id", "assessment_id", "part"],
        values: [
            "status", "points", "max_points", "percent", "kind", "year", "institution_id", "class_id",
            "grade", "subject_id", "teacher_id",
        ],
        noun: FactWords(
            Text(lv: "Pārbaudes darbu rezultāti", en: "Results of assessments"),
            Noun(lv: "rezultāts", "rezultāti", en: "result", "results")
        ),
        cells: [
            CellRule(.assessmentGroup) { ResultCells.contribute($0, to: $1) },
            CellRule(.assessmentPupil) { ResultCells.contribute($0, to: $1) },
        ],
        coverage: ["institution_id", "assessment_id"]
    )
}

extension Cube {
    /// Results by class, subject, teacher and assessment.
    package static let assessmentGroup = Cube(
        "assessment_group",
        ResultCells.dimensions,
        values: ResultCells.values
    )

    /// Results by pupil too: people are counted here, and each cell of it is one result.
    package static let assessmentPupil = Cube(
        "assessment_pupil",
        ResultCells.dimensions + [.pupil],
        values: ResultCells.values,
        byPupil: "assessment_pupil_by_pupil"
    )
}

/// What a result adds to the cells.
enum ResultCells {
    static let dimensions: [Dimension] = [
        .year, .kind, .institution, .classGroup, .grade, .subject, .teacher, .assessment,
    ]

    /// Results that count; the sum of their per cents and of the hundred each could be, both in hundredths of a per
    /// cent; points and most points of those that have points; pupils absent, exempt; all entries.
    static let values: [Name] = [
        "n", "percents", "whole", "points", "max_points", "absent", "exempt", "entries",
    ]

    /// A hundred per cent.
    static let full = 10_000

    /// Where year, kind, institution, class, grade, subject, teacher and assessment stand in a row.
    private static let keyColumns = [8, 7, 9, 10, 11, 12, 13, 1]

    /// Adds a row of the table of results; parts are in their whole already.
    static func contribute(_ row: FactRow, to cells: CellAccumulator) {
        guard row[2] == 0 else { return }
        for (index, column) in keyColumns.enumerated() { cells.key(index, row[column]) }
        if cells.cube.dimensions.count > keyColumns.count { cells.key(keyColumns.count, row[0]) }
        let counts = row[3] == ResultStatus.took.rawValue && row[6] >= 0
        let scored = counts && row[4] >= 0 && row[5] > 0
        cells.value(0, counts ? 1 : 0)
        cells.value(1, counts ? AssessmentSort(member: row[7])?.counted(row[6]) ?? row[6] : 0)
        cells.value(2, counts ? full : 0)
        cells.value(3, scored ? row[4] : 0)
        cells.value(4, scored ? row[5] : 0)
        cells.value(5, row[3] == ResultStatus.absent.rawValue ? 1 : 0)
        cells.value(6, row[3] == ResultStatus.exempt.rawValue ? 1 : 0)
        cells.value(7, 1)
        cells.add()
    }
}

/// A result before it is stored.
struct ResultFact {
    var pupil: PupilID
    var assessment: Int
    var part: Int
    var status: ResultStatus
    var score: Score
    var sort: AssessmentSort
    var year: SchoolYear
    var institution: InstitutionID
    var classGroup: ClassID
    var grade: Int
    var subject: SubjectID
    var teacher: StaffID

    /// The row in the order of the table.
    var columns: [Int] {
        [
            pupil.rawValue, assessment, part, status.rawValue, score.points ?? -1, score.most,
            score.percent ?? -1, sort.member, year.start, institution.rawValue, classGroup.rawValue, grade,
            subject.rawValue, teacher.rawValue,
        ]
    }
}
