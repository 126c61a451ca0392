import Frame
import Kernel
import Storage

/// Reported pupils and institutions of the years up to the chosen one, by the municipalities of today.
enum TerritoriesOverYears: Report {
    static let name = "territories-over-years"
    static let standsStill = true
    static let title = Text(
        lv: "Izglītojamie pa gadiem šodienas pašvaldībās",
        en: "Pupils over the years by today's municipalities"
    )
    static let purpose = Text(
        lv:
            "Kā pa mācību gadiem mainījies izglītojamo un iestāžu skaits, ja pašvaldības skaita tādas kā šodien?",
        en:
            "How did the numbers of pupils and institutions change over the years, in municipalities as they are today?"
    )
    static let filters: [ReportFilter] = [.year]

    static func answer(_ question: Question) throws -> ReportDocument {
        let table = try YearsOfTerritories(question)
        var document = ReportDocument(
            notes: [note],
            table.years.isEmpty
                ? [table.section("pupils", pupils, SizeMaking.pupilsOfYear, rows: [], total: nil)]
                : [
                    table.section(
                        "pupils",
                        pupils,
                        SizeMaking.pupilsOfYear,
                        rows: table.places.map(table.pupils),
                        total: table.allPupils
                    ),
                    table.section(
                        "institutions",
                        institutions,
                        SizeMaking.institutionsOfYear,
                        rows: table.places.map(table.institutions),
                        total: table.allInstitutions
                    ),
                ]
        )
        document.isOfEarlierYears = table.years.last.map { $0 != question.selection.year } ?? false
        return document
    }

    private static let pupils = Text(lv: "Izglītojamie 1.–12. klasē", en: "Pupils, grades 1–12")
    private static let institutions = Text(lv: "Izglītības iestādes", en: "Institutions")

    private static let note = Text(
        lv: """
            Skaitļi ir no Valsts izglītības informācijas sistēmas sarakstiem. Iestāde ieskaitīta pašvaldībā, kurā tā \
            atrodas šodien; ja zināma tikai pašvaldība pirms reformas, ņemta tās pēctece pēc prasības „Pašvaldību \
            teritoriju reformas”.
            """,
        en: """
            The numbers are from the lists of the State Education Information System. An institution counts in the \
            municipality where it lies today; where only the one before a reform is known, its successor by the rule \
            “Reforms of municipalities” is taken.
            """
    )
}

/// Sizes by municipality of today and school year.
private struct YearsOfTerritories {
    /// Years with numbers, the earliest first.
    private(set) var years: [SchoolYear] = []
    /// In Latvian order; institutions without a municipality last.
    private(set) var places: [TerritoryToday.Place] = []
    private var sizes: [TerritoryToday.Place: [SchoolYear: InstitutionSizes]] = [:]
    private var all: [SchoolYear: InstitutionSizes] = [:]

    /// How many years stand side by side.
    private static let span = 5

    init(_ question: Question) throws {
        let today = try TerritoryToday.load(question)
        let last = question.selection.year.start
        for start in (last - YearsOfTerritories.span + 1)...last {
            var selection = question.selection
            selection.year = SchoolYear(start)
            let figures = try question.figures(
                RegistryMeasures.pupilsReported,
                over: [.institution],
                in: selection
            )
            guard !figures.isEmpty else { continue }
            years.append(selection.year)
            for (institution, figure) in figures {
                let place = today.place(of: institution)
                sizes[place, default: [:]][selection.year, default: InstitutionSizes()].add(figure, nil)
                all[selection.year, default: InstitutionSizes()].add(figure, nil)
            }
        }
        let keyed = sizes.keys.map { (place: $0, order: LatvianKey.sort($0.name)) }
        places = keyed.sorted { left, right in
            if left.place.search.isEmpty != right.place.search.isEmpty { return right.place.search.isEmpty }
            if left.order != right.order { return left.order.lexicographicallyPrecedes(right.order) }
            return left.place.id < right.place.id
        }
        .map(\.place)
    }

    func section(
        _ code: String,
        _ title: Text,
        _ making: NumberMaking,
        rows: [ReportRow],
        total: ReportRow?
    ) -> ReportSection {
        ReportSection(
            code,
            title: title,
            columns: [ReportColumn("territory", Text(lv: "Pašvaldība", en: "Municipality"), .words)]
                + years.map { year in
                    let words = Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
                    return ReportColumn("y\(year.start)", words).made(making)
                },
            rows: rows,
            total: total
        )
    }

    func pupils(_ place: TerritoryToday.Place) -> ReportRow {
        ReportRow([name(place)] + years.map { reported(sizes[place]?[$0], place.id) })
    }

    func institutions(_ place: TerritoryToday.Place) -> ReportRow {
        ReportRow([name(place)] + years.map { count(sizes[place]?[$0]) })
    }

    var allPupils: ReportRow {
        ReportRow([total] + years.map { reported(all[$0], TerritoryToday.unknown.id) })
    }

    var allInstitutions: ReportRow { ReportRow([total] + years.map { count(all[$0]) }) }

    private var total: ReportCell { .words(Text(lv: "Kopā", en: "Total")) }

    private func name(_ place: TerritoryToday.Place) -> ReportCell {
        place.search.isEmpty
            ? .words(Text(lv: "Pašvaldība nav norādīta", en: "Municipality not given"))
            : .words(Text(same: place.name))
    }

    private func reported(_ sizes: InstitutionSizes?, _ territory: TerritoryID) -> ReportCell {
        guard let sizes else { return .unknown }
        return sizes.cell(sizes.pupils, RegistryMeasures.pupilsReported, territory)
    }

    private func count(_ sizes: InstitutionSizes?) -> ReportCell {
        sizes.map { ReportCell.number($0.institutions, decimals: 0) } ?? .unknown
    }
}
