package import Frame
package import Kernel
package import Storage
internal import Tabular

/// A table with one pupil a line and a column for each period's mark, with absences as totals.
package enum PeriodMarks: ImportFormat {
    package static let name = "period-marks"
    package static let title = Text(
        lv: "Izglītojamie rindās, periodu vērtējumi kolonnās",
        en: "Pupils in lines, marks of periods in columns"
    )
    package static let card = DataFlowCard(
        touches: Text(
            lv:
                "Vērtējumi un kavējumu kopskaiti; ja fails ir pamatavots, arī izglītojamie, klases un priekšmeti",
            en: "Marks and totals of absence; of a master source pupils, classes and subjects too"
        ),
        origin: Text(
            lv: "Klases vai iestādes kopsavilkums vienā priekšmetā: izglītojamais rindā, vērtējums kolonnā.",
            en: "A summary of a class or institution in one subject: a pupil a line, a mark a column."
        ),
        owner: Text(lv: "Izglītības iestāde.", en: "The institution."),
        rhythm: Text(lv: "Semestra un gada beigās.", en: "At the end of each term and year."),
        policy: Text(
            lv: """
                Mainīti vērtējumi un kavējumu kopskaiti tiek laboti. Priekšmetu un mācību gadu norāda kartējumā vai \
                kolonnā. Tukša šūna nav nulle: tai neraksta neko.
                """,
            en: """
                Changed marks and totals of absence are changed. The mapping or a column says the subject and the \
                school year. A blank cell is not zero: nothing is written for it.
                """
        )
    )
    package static let fields = PupilFields.all + PeriodField.all
    package static let needs = [PupilFields.need]
    package static let settings = ImportSetting.usual(fields) + [.scale, MarkSettings.pupils]

    /// Institution and subject stand in many tables; only a column of marks makes it this one.
    package static func recognise(_ sample: SheetSample) -> Int {
        let headings = Set(sample.headings.map(HeadingMatch.normal))
        let required = fields.filter(\.isRequired)
        let marks = PeriodField.allCases.filter { $0.period != nil }.map { fields[$0.rawValue] }
        guard required.allSatisfy({ $0.matches(anyOf: headings) }) else { return 0 }
        guard marks.contains(where: { $0.matches(anyOf: headings) }) else { return 0 }
        return sureness(of: headings)
    }

    package static func known(_ tenant: TenantID, _ connection: Connection) throws -> MarkKnown {
        try MarkKnown(tenant, connection)
    }

    package static func reader(_ known: MarkKnown, _ run: ImportRun) throws -> any LineReader {
        try PeriodMarksReader(known, run)
    }
}

/// The fields behind those of the pupil.
enum PeriodField: Int, CaseIterable {
    case subject = 7
    case firstTerm
    case secondTerm
    case year
    case final
    case absences
    case failures

    /// The fields in their order.
    static let all: [ImportField] = [
        ImportField(
            "subject",
            Text(lv: "Priekšmets", en: "Subject"),
            ["Mācību priekšmets"],
            required: true,
            example: "Matemātika"
        ),
        ImportField(
            "mark_term1",
            Text(lv: "1. semestra vērtējums", en: "Mark of term 1"),
            ["I semestra vērtējums", "1. semestris"],
            example: "7"
        ),
        ImportField(
            "mark_term2",
            Text(lv: "2. semestra vērtējums", en: "Mark of term 2"),
            ["II semestra vērtējums", "2. semestris"],
            example: "8"
        ),
        ImportField("mark_year", Text(lv: "Gada vērtējums", en: "Mark of the year"), example: "8"),
        ImportField("mark_final", Text(lv: "Galīgais vērtējums", en: "Final mark"), example: "8"),
        ImportField(
            "absences",
            Text(lv: "Kavētās stundas", en: "Lessons missed"),
            ["Kavējumi"],
            example: "12"
        ),
        ImportField(
            "failures",
            Text(lv: "Iepriekšējās nesekmības", en: "Past failures"),
            example: "0"
        ),
    ]

    /// What the mark in a column of the field is for, nil where it is no mark.
    var period: (kind: MarkKind, term: Int)? {
        switch self {
        case .firstTerm: (.term, 1)
        case .secondTerm: (.term, 2)
        case .year: (.year, 0)
        case .final: (.final, 0)
        case .subject, .absences, .failures: nil
        }
    }
}
