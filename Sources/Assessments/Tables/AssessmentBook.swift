package import Frame
package import Kernel
package import Storage

/// A test or examination as the register has it.
package struct Assessment: Hashable, Sendable {
    /// The id.
    package let id: Int
    /// The stable code of the source; empty where it has none.
    package var code: String
    /// What people call it; the English name is the Latvian one where there is none.
    package var words: Text
    /// What it is, with its level.
    package var sort: AssessmentSort
    /// The subject; 0 for a work of several.
    package var subject: SubjectID
    /// The grade it is set for, 0 where it is for several.
    package var grade: Int
    /// The school year.
    package var year: SchoolYear
    /// The day, or nil.
    package var day: Day?
    /// The institution that set it; 0 for works of municipality and state.
    package var institution: InstitutionID
    /// The most points in hundredths, 0 where it is not known.
    package var most: Int
    /// The published mean of the state's pupils in hundredths of a per cent.
    package var stateMean: Int?
}

/// A part of an assessment.
package struct AssessmentPart: Hashable, Sendable {
    /// Its number, from 1.
    package let number: Int
    /// What it is called; may be empty.
    package let words: Text
    /// The skill it is about; may be empty.
    package let skill: String
    /// The most points in hundredths, 0 where it is not known.
    package let most: Int
}

/// The assessments of a tenant, by id, code and name.
package struct AssessmentBook: Sendable {
    private(set) var byID: [Int: Assessment] = [:]
    private(set) var partsByID: [Int: [Int: AssessmentPart]] = [:]
    private var named: [Key: [Int]] = [:]

    /// How files name an assessment of a year: its code as it stands, or its folded name.
    private struct Key: Hashable {
        let year: Int
        let text: String
    }

    /// What a line says of an assessment besides its code or name; nil says nothing.
    struct Wish {
        var year: SchoolYear
        var kind: AssessmentKind?
        var level: AssessmentLevel?
        var subject: SubjectID?
        var grade: Int?
        var institution: InstitutionID
        /// Whether works of municipality and state are meant too where the line names an institution.
        var isOfAnybody = true

        func fits(_ assessment: Assessment) -> Bool {
            (kind == nil || kind == assessment.sort.kind) && (level == nil || level == assessment.sort.level)
                && (subject == nil || subject == assessment.subject)
                && (grade == nil || grade == assessment.grade)
                && (assessment.institution == institution
                    || (isOfAnybody && assessment.institution.rawValue == 0))
        }
    }

    /// The columns of an assessment, as it is read from a row.
    private static let columns: SQL = """
        id, code, name_lv, name_en, kind, level, subject_id, grade, year, day, institution_id, max_points, state_mean
        """

    /// One assessment, or nil where there is none of that id: a board may have a hundred thousand of them.
    package static func find(_ id: Int, _ tenant: TenantID, _ connection: Connection) throws -> Assessment? {
        let rows: [Assessment] = try connection.rows(
            "SELECT \(columns) FROM assessment WHERE tenant_id = \(tenant) AND id = \(id)"
        )
        return rows.first
    }

    /// The assessments of a year that municipality, state or one institution set, by kind, level, grade and id.
    package static func works(
        of year: SchoolYear,
        at institution: InstitutionID?,
        _ tenant: TenantID,
        _ connection: Connection
    ) throws -> [Assessment] {
        var book = AssessmentBook()
        for place in Set([0, institution?.rawValue ?? 0]) {
            let rows: [Assessment] = try connection.rows(
                """
                SELECT \(columns) FROM assessment
                WHERE tenant_id = \(tenant) AND year = \(year.start) AND institution_id = \(place) ORDER BY id
                """
            )
            for row in rows { book.add(row) }
        }
        return book.all(in: year)
    }

    /// The assessments whose mean of the state is known.
    static func withMeans(_ tenant: TenantID, _ connection: Connection) throws -> [Assessment] {
        try connection.rows(
            """
            SELECT \(columns) FROM assessment WHERE tenant_id = \(tenant) AND state_mean >= 0 ORDER BY id
            """
        )
    }

    /// Loads all assessments of a tenant with their parts, for imports and files; pages ask for less.
    package static func load(_ tenant: TenantID, _ connection: Connection) throws -> AssessmentBook {
        var book = AssessmentBook()
        let rows: [Assessment] = try connection.rows(
            "SELECT \(columns) FROM assessment WHERE tenant_id = \(tenant) ORDER BY id"
        )
        for row in rows { book.add(row) }
        try connection.each(
            """
            SELECT assessment_id, part, name_lv, name_en, skill, max_points FROM assessment_part
            WHERE tenant_id = \(tenant) ORDER BY assessment_id, part
            """
        ) { row in
            let id: Int = try row.next()
            let number: Int = try row.next()
            let words = Assessment.words(try row.next(), try row.next())
            let part = AssessmentPart(
                number: number,
                words: words,
                skill: try row.next(),
                most: try row.next()
            )
            book.add(part, of: id)
        }
        return book
    }

    /// The assessment of an id.
    package func numbered(_ id: Int) -> Assessment? { byID[id] }

    /// The parts of an assessment in their order.
    package func parts(of id: Int) -> [AssessmentPart] {
        (partsByID[id] ?? [:]).values.sorted { $0.number < $1.number }
    }

    /// All assessments of a year, by kind, level, grade and id.
    package func all(in year: SchoolYear) -> [Assessment] {
        byID.values.filter { $0.year == year }.sorted {
            ($0.sort.member, $0.grade, $0.id) < ($1.sort.member, $1.grade, $1.id)
        }
    }

    /// The assessments that a text and a wish may mean: those of the code, else those of the name.
    func find(_ text: String, _ wish: Wish) -> [Assessment] {
        let start = wish.year.start
        let ids = (named[Key(year: start, text: text)] ?? [])
        let coded = ids.compactMap { byID[$0] }.filter { $0.code == text && wish.fits($0) }
        if !coded.isEmpty { return coded }
        let search = LatvianKey.search(text)
        let byName = named[Key(year: start, text: search)] ?? []
        return byName.compactMap { byID[$0] }.filter { $0.search == search && wish.fits($0) }
    }

    /// Adds an assessment, or takes over what is new of one.
    mutating func add(_ assessment: Assessment) {
        byID[assessment.id] = assessment
        for text in Set([assessment.code, assessment.search]) where !text.isEmpty {
            let key = Key(year: assessment.year.start, text: text)
            if named[key]?.contains(assessment.id) != true { named[key, default: []].append(assessment.id) }
        }
    }

    /// Adds a part.
    mutating func add(_ part: AssessmentPart, of id: Int) {
        partsByID[id, default: [:]][part.number] = part
    }
}

extension Assessment: Readable {
    package init(row: inout Row) throws {
        id = try row.next()
        code = try row.next()
        words = Assessment.words(try row.next(), try row.next())
        let kind: AssessmentKind = try row.next()
        sort = AssessmentSort(kind, try row.next())
        subject = try row.next()
        grade = try row.next()
        year = SchoolYear(try row.next(Int.self))
        let number: Int = try row.next()
        day = number == 0 ? nil : Day(number: number)
        institution = try row.next()
        most = try row.next()
        let mean: Int = try row.next()
        stateMean = mean < 0 ? nil : mean
    }

    /// The folded Latvian name.
    var search: String { LatvianKey.search(words.lv) }

    /// A name in both languages.
    static func words(_ lv: String, _ en: String) -> Text { Text(lv: lv, en: en.isEmpty ? lv : en) }

    /// The columns of a row that is written for the first time.
    var columns: [(Name, Value)] {
        [
            ("code", .text(code)), ("name_lv", .text(words.lv)),
            ("name_en", .text(words.en == words.lv ? "" : words.en)), ("search_key", .text(search)),
            ("kind", sort.kind.sqlValue), ("level", sort.level.sqlValue), ("subject_id", subject.sqlValue),
            ("grade", grade.sqlValue), ("year", year.start.sqlValue), ("day", (day?.number ?? 0).sqlValue),
            ("institution_id", institution.sqlValue), ("max_points", most.sqlValue),
            ("state_mean", (stateMean ?? -1).sqlValue),
        ]
    }
}
