package import Frame
package import Kernel

/// Why a pupil was not in a lesson (kavējuma veids).
///
/// The three kinds that municipalities report are illness, excused and unexcused; a source that counts
/// absences without saying why gives the fourth.
package enum AbsenceKind: Int, CaseIterable, Sendable {
    /// Slimības dēļ.
    case illness = 1
    /// Another accepted reason.
    case excused = 2
    /// No accepted reason: the kind that MK 01.02.2011. Nr. 89 limits.
    case unexcused = 3
    /// The source does not tell the reason.
    case unstated = 4

    /// What the kind is called.
    package var words: Text {
        switch self {
        case .illness: Text(lv: "Slimības dēļ", en: "Illness")
        case .excused: Text(lv: "Cits attaisnojošs iemesls", en: "Excused")
        case .unexcused: Text(lv: "Neattaisnoti", en: "Unexcused")
        case .unstated: Text(lv: "Iemesls nav norādīts", en: "Reason not given")
        }
    }

    /// The stable word in files: `illness`.
    package var code: String {
        switch self {
        case .illness: "illness"
        case .excused: "excused"
        case .unexcused: "unexcused"
        case .unstated: "unstated"
        }
    }

    /// The kind with a stable word.
    package init?(code: String) {
        guard let kind = AbsenceKind.allCases.first(where: { $0.code == code }) else { return nil }
        self = kind
    }
}

/// The kinds of cells of absence: those of ``AbsenceKind``, lessons attended, and lessons that nobody recorded.
package enum LessonCell {
    /// The pupil was present from the beginning.
    package static let present = 0
    /// The pupil came late; counted as present.
    package static let late = 5
    /// The source says that nobody recorded the lesson: it counts in no rate, and in what rates leave out.
    package static let notRecorded = 6
    /// The cells of lessons missed.
    package static let missed = AbsenceKind.allCases.map(\.rawValue)
    /// The cells of lessons of which something is told.
    package static let told = [present] + missed + [late]

    /// What a cell is called; nil where there is none of the number.
    package static func words(_ cell: Int) -> Text? {
        switch cell {
        case present: Text(lv: "Apmeklēts", en: "Present")
        case late: Text(lv: "Nokavēts sākums", en: "Late")
        case notRecorded: Text(lv: "Nav reģistrēts", en: "Not recorded")
        default: AbsenceKind(rawValue: cell)?.words
        }
    }

    /// What the code of a cell is for those who may not know of health.
    package static let veil = ColumnCode.Veil(.readHealth) { cell in
        AbsenceKind(rawValue: cell).map { HealthFacts.words($0) } ?? LessonCell.words(cell)
    }
}
