package import Kernel
package import Storage

/// A report: one definition from which the page, the print, the terminal table, CSV, XLSX and JSON follow.
package protocol Report: Sendable {
    /// Its name within the room: `statistics`.
    static var name: String { get }
    /// What people call it.
    static var title: Text { get }
    /// The question it answers, in a sentence for people.
    static var purpose: Text { get }
    /// The permission it needs, in the scope of its selection.
    static var permission: Permission { get }
    /// The permission to ask it about one subject.
    static var subjectPermission: Permission { get }
    /// The filters that make sense for it.
    static var filters: [ReportFilter] { get }
    /// Whether it lays the classes chosen beside one, of the same institution, beside it in tables of its own.
    ///
    /// For other reports with that filter the house asks about each class apart.
    static var comparesClasses: Bool { get }
    /// The filters without which it has no answer; it is not asked before each of them is chosen.
    static var needs: [ReportFilter] { get }
    /// Whether a selection says enough without what the report otherwise needs: of one teacher, the institution.
    static func isSettled(_ selection: Selection) -> Bool
    /// Whether its answer for the same rights and day changes with imports, registers and rules alone, so that it is
    /// remembered while these stand still; what people enter on pages of a room is none of them.
    static var standsStill: Bool { get }
    /// Answers the question.
    static func answer(_ question: Question) throws -> ReportDocument
}

extension Report {
    /// Most reports are aggregates.
    package static var permission: Permission { .readFigures }
    /// Most reports say of a subject what they say of all.
    package static var subjectPermission: Permission { permission }
    /// Most reports are asked by year, term and institution.
    package static var filters: [ReportFilter] { [.year, .term, .institution] }
    /// Most reports know of one class at a time.
    package static var comparesClasses: Bool { false }
    /// Most reports answer for the whole board too.
    package static var needs: [ReportFilter] { [] }
    /// Most needs stand whatever else is chosen.
    package static func isSettled(_ selection: Selection) -> Bool { false }
    /// Asked anew each time, unless the report says otherwise.
    package static var standsStill: Bool { false }
}

/// Everything a report needs to answer: what is asked, by whom, on which day, and the open connection.
package struct Question {
    /// The selection, already narrowed to the asker's reach.
    package let selection: Selection
    /// The tenant.
    package let tenant: TenantID
    /// Who asks.
    package let asker: Asker
    /// Today.
    package let today: Day
    /// Measures by name, of every room.
    package let measures: MeasureBook
    /// Names of members.
    package let members: any MemberNames
    /// The connection to read from.
    package let connection: Connection
    /// How figures about few people are hidden.
    package let disclosure: any DisclosureControl

    /// A question; without disclosure control nothing about people can be derived from several figures.
    package init(
        selection: Selection,
        tenant: TenantID,
        asker: Asker,
        today: Day,
        measures: MeasureBook,
        members: any MemberNames,
        connection: Connection,
        disclosure: any DisclosureControl = NothingShown()
    ) {
        self.selection = selection
        self.tenant = tenant
        self.asker = asker
        self.today = today
        self.measures = measures
        self.members = members
        self.connection = connection
        self.disclosure = disclosure
    }

    /// The vector of a measure, as figures by the members' key.
    package func figures(
        _ measure: String,
        over dimensions: [Dimension] = [],
        in narrowed: Selection? = nil
    ) throws -> [MemberKey: Figure] {
        let selection = narrowed ?? selection
        let vector = try tallies(measure, over: dimensions, in: selection)
        let measure = try measures.named(measure)
        return vector.reduce(into: [:]) { figures, element in
            figures[element.key] = Figure(
                measure: measure.name,
                unit: measure.unit,
                selection: selection,
                members: Dictionary(zip(dimensions, element.key)) { first, _ in first },
                tally: element.value
            )
        }
    }

    /// The vector of a measure, as numbers that nothing is hidden of.
    ///
    /// For what is made of single pupils, of whom no figure is shown.
    package func tallies(
        _ measure: String,
        over dimensions: [Dimension] = [],
        in narrowed: Selection? = nil
    ) throws -> [MemberKey: Tally] {
        let measure = try measures.named(measure)
        return try measures.vector(
            measure,
            narrowed ?? selection,
            over: dimensions,
            tenant: tenant,
            connection
        )
    }

    /// The sums of a measure, without numbers of people, as they are read.
    ///
    /// For what is made of many pupils of whom little is kept; the key is lent for the call.
    package func sums(
        _ measure: String,
        over dimensions: [Dimension],
        in narrowed: Selection? = nil,
        _ take: (_ key: MemberKey, _ numerator: Int, _ denominator: Int) throws -> Void
    ) throws {
        let measure = try measures.named(measure)
        try measure.sums(narrowed ?? selection, over: dimensions, tenant: tenant, connection, take)
    }

    /// One figure of the whole selection; its tally is nil where nothing is known.
    package func figure(_ measure: String, in narrowed: Selection? = nil) throws -> Figure {
        let measure = try measures.named(measure)
        let selection = narrowed ?? selection
        let tally = try measures.vector(measure, selection, over: [], tenant: tenant, connection)[[]]
        return Figure(measure: measure.name, unit: measure.unit, selection: selection, tally: tally)
    }

    /// The figures as their reader may see them.
    ///
    /// A report that makes a number of several figures, such as a difference, shows it only where each of them is
    /// shown.
    package func shown(_ figures: [Figure]) throws -> [Figure] {
        let row = ReportRow(figures.map { .figure($0) })
        let document = try disclosure.applied(
            to: ReportDocument([ReportSection(columns: [], rows: [row])]),
            self
        )
        return document.sections.flatMap { $0.rows.flatMap(\.cells) }.compactMap { cell in
            if case .figure(let figure) = cell { figure } else { nil }
        }
    }

    /// Figures by their key, as their reader may see them.
    package func shown<Key: Hashable>(_ figures: [Key: Figure]) throws -> [Key: Figure] {
        let pairs = Array(figures)
        let shown = try shown(pairs.map(\.value))
        return Dictionary(zip(pairs.map(\.key), shown)) { first, _ in first }
    }

    /// An unknown figure of a measure, where a vector has no element for a member.
    package func unknown(_ measure: String, _ members: [Dimension: Int] = [:]) throws -> Figure {
        let measure = try measures.named(measure)
        return Figure(
            measure: measure.name,
            unit: measure.unit,
            selection: selection,
            members: members,
            tally: nil
        )
    }
}

/// Measures of every room, by name, and what rooms know that they are held against.
package struct MeasureBook: Sendable {
    private let byName: [String: any Measure]
    let memory: any VectorMemory
    let benchmarks: [any BenchmarkSource.Type]

    /// A book of measures; of two with one name the first counts, and the house's tests refuse the second.
    package init(
        _ measures: [any Measure],
        memory: any VectorMemory = NoMemory(),
        benchmarks: [any BenchmarkSource.Type] = []
    ) {
        self.memory = memory
        self.benchmarks = benchmarks
        byName = Dictionary(measures.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Whether there is a measure with a name.
    package func has(_ name: String) -> Bool { byName[name] != nil }

    /// All names, sorted.
    package var names: [String] { byName.keys.sorted() }

    /// The measure with a name.
    package func named(_ name: String) throws(Refusal) -> any Measure {
        guard let measure = byName[name] else {
            throw Refusal(
                .unknown,
                Text(lv: "Nav rādītāja „\(name)”.", en: "There is no measure “\(name)”."),
                advice: Text(
                    lv: "Pārbaudiet nosaukumu rādītāju sarakstā.",
                    en: "Check the name in the list of measures."
                )
            )
        }
        return measure
    }
}

/// Names of members, and their order; given by `Registry` so that frames and reports need not know it.
package protocol MemberNames {
    /// The name of a member on the day or year of the selection.
    func name(_ dimension: Dimension, _ member: Int) -> Text
    /// Members in the order people expect: names in Latvian order, classes by grade, months by time.
    func sorted(_ dimension: Dimension, _ members: some Sequence<Int>) -> [Int]
    /// The stable code that files carry: a registration number, a class name.
    func code(_ dimension: Dimension, _ member: Int) -> String
}
