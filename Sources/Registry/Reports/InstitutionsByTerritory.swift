import Frame
import Kernel
import Storage

/// Institutions and their reported pupils by municipality of the year; of one institution, its own pupils and municipality.
enum InstitutionsByTerritory: Report {
    static let name = "institutions-by-territory"
    static let standsStill = true
    static let title = Text(lv: "Izglītības iestādes pa pašvaldībām", en: "Institutions by municipality")
    static let purpose = Text(
        lv: "Cik iestāžu un izglītojamo ir katrā pašvaldībā, un cik lielas ir iestādes?",
        en: "How many institutions and pupils has each municipality, and how large are the institutions?"
    )
    static let filters: [ReportFilter] = [.year, .institution]

    static func answer(_ question: Question) throws -> ReportDocument {
        let pupils = try question.figures(RegistryMeasures.pupilsReported, over: [.institution])
        let children = try question.figures(RegistryMeasures.preschoolReported, over: [.institution])
        let territories = try TerritoryOfInstitution.load(question)
        var groups: [TerritoryID: InstitutionSizes] = [:]
        var all = InstitutionSizes()
        for institution in Set(pupils.keys).union(children.keys) {
            let territory = territories.territory(of: institution)
            groups[territory, default: InstitutionSizes()].add(pupils[institution], children[institution])
            all.add(pupils[institution], children[institution])
        }
        let ordered = territories.sorted(groups.keys)
        return ReportDocument(
            finding: groups.isEmpty ? nil : finding(all, groups.count),
            notes: [
                Text(
                    lv:
                        "Skaitļi ir no Valsts izglītības informācijas sistēmas saraksta; pašvaldības – tādas, kādas "
                        + "tās bija mācību gadā. Lielums ir izglītojamo skaits 1.–12. klasē.",
                    en:
                        "The numbers are from the list of the State Education Information System; municipalities "
                        + "are as they were in the school year. Size is the number of pupils of grades 1 to 12."
                )
            ],
            [
                ReportSection(
                    columns: columns,
                    rows: ordered.map { id in
                        row(territories.name(id), groups[id] ?? InstitutionSizes(), id)
                    },
                    total: groups.isEmpty
                        ? nil : row(Text(lv: "Kopā", en: "Total"), all, TerritoryID(rawValue: 0)),
                    chart: .bars(column: "pupils")
                )
            ]
        )
    }

    private static let columns: [ReportColumn] = [
        ReportColumn("territory", Text(lv: "Pašvaldība", en: "Municipality"), .words),
        ReportColumn("institutions", Text(lv: "Iestādes", en: "Institutions")).made(SizeMaking.institutions),
        ReportColumn("pupils", Text(lv: "Izglītojamie 1.–12. klasē", en: "Pupils, grades 1–12"))
            .made(SizeMaking.sum(RegistryMeasures.pupilsReported)),
        ReportColumn(
            "preschool",
            Text(lv: "Bērni pirmsskolas programmās", en: "Children in preschool programmes")
        )
        .made(SizeMaking.sum(RegistryMeasures.preschoolReported)),
        ReportColumn("mean_size", Text(lv: "Vidējais lielums", en: "Mean size"), optional: true)
            .made(SizeMaking.mean),
        ReportColumn("median_size", Text(lv: "Mediāna", en: "Median size"), optional: true)
            .made(SizeMaking.median),
        ReportColumn("largest", Text(lv: "Lielākā iestāde", en: "Largest"), optional: true)
            .made(SizeMaking.largest),
    ]

    private static func row(_ name: Text, _ sizes: InstitutionSizes, _ territory: TerritoryID) -> ReportRow {
        ReportRow([
            .words(name), .number(sizes.institutions, decimals: 0),
            sizes.cell(sizes.pupils, RegistryMeasures.pupilsReported, territory),
            sizes.cell(sizes.children, RegistryMeasures.preschoolReported, territory),
            sizes.cell(sizes.mean, decimals: 1, RegistryMeasures.pupilsReported, territory),
            sizes.cell(sizes.median, decimals: 1, RegistryMeasures.pupilsReported, territory),
            sizes.cell(sizes.largest, RegistryMeasures.pupilsReported, territory),
        ])
    }

    private static func finding(_ all: InstitutionSizes, _ territories: Int) -> Text? {
        guard all.isPublic, let pupils = all.pupils else { return nil }
        let counted = Noun.pupils.counted(pupils)
        let institutions = Noun.institutions.counted(all.institutions)
        let places = Noun(lv: "pašvaldība", "pašvaldības", en: "municipality", "municipalities").counted(
            territories
        )
        return Text(
            lv: "Kopā \(places.lv), \(institutions.lv) un \(counted.lv) 1.–12. klasē.",
            en: "In all \(places.en), \(institutions.en) and \(counted.en) of grades 1 to 12."
        )
    }
}
