import Frame
import Kernel
import Storage

/// Term and year marks of a pupil by subject.
struct PupilMarks: Sendable {
    /// A mark as it is shown.
    enum Mark: Sendable {
        /// In hundredths; `isLow` where the scale calls the level insufficient.
        case number(Int, isLow: Bool)
        /// A letter of a scale without numbers.
        case letter(String, isLow: Bool)
        /// `nv`: the work is still to be done.
        case none
        case hidden
    }

    /// The place of a mark in the table; term 0 is the year.
    struct Place: Hashable, Sendable {
        let subject: Int
        let year: Int
        let term: Int
    }

    /// Years with marks, the oldest first.
    private(set) var years: [SchoolYear] = []
    /// Subjects in the order of their names.
    private(set) var subjects: [(id: Int, name: Text)] = []
    private(set) var marks: [Place: Mark] = [:]
    /// How many earlier years have marks that are not here.
    private(set) var yearsLeft = 0

    /// So many years fit a sheet beside the names.
    static let most = 3

    /// The marks of the latest years that have any, or, as a whole, of all.
    static func load(_ years: [SchoolYear], isWhole: Bool, _ asking: PupilAsking) throws -> PupilMarks {
        var found = PupilMarks()
        for year in years {
            guard isWhole || found.years.count < most else {
                let earlier = try asking.figures(
                    "attainment/mark",
                    asking.selection(year),
                    over: [.subject, .scale]
                )
                if !earlier.isEmpty { found.yearsLeft += 1 }
                continue
            }
            let marks = try load(year, asking)
            guard !marks.isEmpty else { continue }
            found.years.insert(year, at: 0)
            found.marks.merge(marks) { first, _ in first }
        }
        guard let last = found.years.last else { return found }
        let names = RegistryNames(tenant: asking.desk.tenant, year: last, asking.connection)
        let subjects = Set(found.marks.keys.map(\.subject))
        found.subjects = names.sorted(.subject, subjects).map { ($0, names.name(.subject, $0)) }
        return found
    }

    private static func load(_ year: SchoolYear, _ asking: PupilAsking) throws -> [Place: Mark] {
        let selection = asking.selection(year)
        let along: [Dimension] = [.subject, .term, .scale]
        let figures = try asking.figures("attainment/mark", selection, over: along)
        guard !figures.isEmpty else { return [:] }
        let low = try asking.figures("attainment/level-insufficient", selection, over: along)
        let lacking = try asking.figures("attainment/no-mark", selection, over: along)
        var letters: Letters?
        var marks: [Place: Mark] = [:]
        for (key, figure) in figures.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let place = Place(subject: key[0], year: year.start, term: key[1])
            let isLow = (low[key]?.tally?.numerator ?? 0) > 0
            if figure.isHidden {
                marks[place] = .hidden
            } else if let value = figure.scaled?.value {
                marks[place] = .number(value, isLow: isLow)
            } else if marks[place] == nil {
                if letters == nil { letters = try Letters(selection, along, asking) }
                if let letter = letters?.letter(key) {
                    marks[place] = .letter(letter, isLow: isLow)
                } else if (lacking[key]?.tally?.numerator ?? 0) > 0 {
                    marks[place] = PupilMarks.Mark.none
                }
            }
        }
        return marks
    }
}

/// The letters of scales without numbers, by the levels that their marks have.
private struct Letters {
    private let texts: [[Int]: String]
    private let levels: [MemberKey: Int]

    init(_ selection: Selection, _ along: [Dimension], _ asking: PupilAsking) throws {
        let rows = try asking.connection.rows(
            """
            SELECT scale_id, level, text FROM scale_value
            WHERE tenant_id = \(asking.desk.tenant) AND level > 0 AND hundredths IS NULL
            ORDER BY scale_id, level, text_key
            """,
            Int.self,
            Int.self,
            String.self
        )
        texts = Dictionary(rows.map { ([$0.0, $0.1], $0.2) }) { first, _ in first }
        var levels: [MemberKey: Int] = [:]
        for (index, name) in ["insufficient", "sufficient", "optimal", "high"].enumerated() {
            for (key, figure) in try asking.figures("attainment/level-\(name)", selection, over: along)
            where (figure.tally?.numerator ?? 0) > 0 {
                levels[key] = index + 1
            }
        }
        self.levels = levels
    }

    func letter(_ key: MemberKey) -> String? {
        guard let scale = key.last, let level = levels[key] else { return nil }
        return texts[[scale, level]]
    }
}
