import Frame
import Kernel
import Storage

/// Everything that the page of an institution shows of one school year.
struct InstitutionSheet: Sendable {
    let id: InstitutionID
    let institution: InstitutionFacts
    let year: SchoolYear
    let years: [SchoolYear]
    let classes: [ListedClass]
    let byClass: [ClassColumn: [Int: Figure]]
    let numbers: [KeyNumber]
    let levels: LevelBars
    let marks: MarkPeriod
    let months: AbsenceMonths
    let tests: [TestLine]
    let movement: InstitutionMovement?
    let groups: InstitutionGroups
    let reports: [ReportLink]
    let mayImport: Bool
    let mayEdit: Bool
    let seesTeachers: Bool

    static func load(
        _ id: InstitutionID,
        _ asked: SchoolYear?,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> InstitutionSheet? {
        let tenant = desk.tenant
        guard let institution = try InstitutionFacts.load(id, tenant, connection) else { return nil }
        let years = try InstitutionFacts.years(id, tenant, connection)
        let year = asked ?? years.first { $0.first <= desk.today } ?? SchoolYear(containing: desk.today)
        let figures = PageFigures(desk, connection)
        let own = Selection(year: year, institution: id)
        let beside = Beside(own)
        let scope = Scope(institution: id)
        let marks = try MarkPeriod.find(beside, figures)
        return InstitutionSheet(
            id: id,
            institution: try institution.on(min(year.last, desk.today), id, tenant, connection),
            year: year,
            years: years.contains(year) ? years : [year] + years,
            classes: try ListedClass.list(id, year, desk, connection),
            byClass: try ClassColumn.load(own, marks, figures),
            numbers: try KeyNumber.load(KeyNumber.ofInstitution, beside, marks: marks, figures),
            levels: try LevelBars.load(Text(lv: "Iestāde", en: "Institution"), marks, figures),
            marks: marks,
            months: try AbsenceMonths.load(beside, figures),
            tests: try TestLine.load(own, figures),
            movement: try InstitutionMovement.load(own, figures),
            groups: try InstitutionGroups.load(own, desk, connection),
            reports: ReportLink.list(desk, own, .institution),
            mayImport: desk.asker.may(.importData, in: scope, on: desk.today),
            mayEdit: desk.asker.may(.editRegisters, in: scope, on: desk.today),
            seesTeachers: desk.asker.may(.readTeacherFigures, in: scope, on: desk.today)
        )
    }
}

/// A column of the table of classes.
enum ClassColumn: String, CaseIterable, Sendable {
    case pupils = "registry/pupils"
    case mark = "attainment/mark"
    case missed = "attendance/missed-share"
    case unexcused = "attendance/unexcused"
    case overLimit = "attendance/over-limit"

    var heading: Text {
        switch self {
        case .pupils: Text(lv: "Izgl.", en: "Pupils")
        case .mark: Text(lv: "Vidējais vērtējums", en: "Mean mark")
        case .missed: Text(lv: "Kavēts", en: "Missed")
        case .unexcused: Text(lv: "Neattaisnoti kavētās stundas", en: "Unexcused lessons")
        case .overLimit: Text(lv: "Neattaisnotie kavētāji", en: "Pupils over the limit")
        }
    }

    /// The figures of the classes of an institution, of every measure that knows anything.
    ///
    /// Marks of the year before are of other classes.
    static func load(
        _ own: Selection,
        _ marks: MarkPeriod,
        _ figures: PageFigures
    ) throws -> [ClassColumn: [Int: Figure]] {
        var columns: [ClassColumn: [Int: Figure]] = [:]
        for column in allCases where column != .mark || !marks.isPast {
            let asked = column == .mark ? marks.beside.own : own
            let line = try figures.line(column.rawValue, asked, over: .classGroup)
            if !line.isEmpty { columns[column] = line }
        }
        return columns
    }
}
