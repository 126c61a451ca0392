import Access
package import Frame
import Kernel
import Storage

/// What a report says of itself on paper and in files, so that one that lies around tells what it is.
struct ReportMark: Sendable {
    /// A measure that the report has figures of, with how it is counted.
    struct Definition: Sendable {
        let name: String
        let title: Text
        let words: Text
    }

    /// What is chosen, each with what it is called.
    let chosen: [(label: Text, words: Text)]
    /// The measures, by name.
    let measures: [Definition]
    /// How numbers are made that are no figures of one measure, by the heading of their column.
    let formulas: [Definition]
    /// How many numbers are not shown, so that no person is disclosed.
    let hidden: Int
    /// Whether persons stand in it by name.
    let holdsPersons: Bool
    /// Whether it is of all that there is, or of what its maker may see.
    let isWhole: Bool
    /// The day as of which it tells its data; nil where there are none yet.
    var dataDay: Day?
    /// Whose data it shows; nil where the page around it says so.
    var tenant: String?
    /// Who made it, and when; nil where the page around it says so.
    var maker: Text?

    /// The mark of an answer, without who made it.
    init(_ answer: AnsweredReport, _ choices: ReportChoices, _ book: MeasureBook) {
        let rows: [ReportRow] = answer.document.sections.flatMap { section in
            section.total.map { section.rows + [$0] } ?? section.rows
        }
        let cells: [ReportCell] = rows.flatMap(\.cells)
        var names: Set<String> = []
        var hidden = 0
        for case .figure(let figure) in cells {
            names.insert(figure.measure)
            if figure.isHidden { hidden += 1 }
        }
        let year = answer.selection.year
        let words = Text(lv: Format(.lv).schoolYear(year), en: Format(.en).schoolYear(year))
        chosen =
            [(label: YearFilter.label, words: words)] + choices.told(answer.filters.filter { $0 != .year })
        measures = names.sorted().compactMap { name in
            guard let measure = try? book.named(name) else { return nil }
            return Definition(name: name, title: measure.title, words: measure.definition)
        }
        var told: Set<Text> = []
        formulas = answer.document.sections.flatMap { section -> [Definition] in
            let made = section.ownColumns
            return made.compactMap { column -> Definition? in
                guard let formula = column.making?.formula else { return nil }
                // Many columns of one making, as weeks, are told of once, by the name of their table.
                let alike = made.count { $0.making?.formula == formula }
                let title = alike > 3 ? section.title ?? column.heading : column.heading
                guard told.insert(title + formula).inserted else { return nil }
                return Definition(name: column.code, title: title, words: formula)
            }
        }
        self.hidden = hidden
        holdsPersons = answer.namesSomebody
        isWhole = answer.selection.reach.everything || answer.selection.scope != .tenant
    }

    /// What stands before the numbers: what was chosen, and what the reader has to know of it.
    var facts: [(label: Text, words: Text)] {
        var facts: [(label: Text, words: Text)] = []
        if let tenant {
            facts.append((Text(lv: "Pārvalde vai iestāde", en: "Board or school"), Text(same: tenant)))
        }
        if let maker { facts.append((Text(lv: "Sagatavoja", en: "Made by"), maker)) }
        if let dataDay {
            let words = Text(lv: Format(.lv).day(dataDay), en: Format(.en).day(dataDay))
            facts.append((Text(lv: "Dati uz", en: "Data as of"), words))
        }
        facts += chosen
        if !isWhole { facts.append((Text(lv: "Tvērums", en: "Extent"), ReportMark.part)) }
        if hidden > 0 {
            let words = Text(
                lv: "\(Format(.lv).integer(hidden)) – lai neatklātu atsevišķas personas",
                en: "\(Format(.en).integer(hidden)), so that no person is disclosed"
            )
            facts.append((Text(lv: "Nav parādīti skaitļi", en: "Numbers not shown"), words))
        }
        if holdsPersons { facts.append((Text(lv: "Personas dati", en: "Personal data"), ReportMark.persons)) }
        return facts
    }

    private static let part = Text(
        lv: "tikai tas, ko sagatavotājs drīkst redzēt",
        en: "only what its maker may see"
    )

    private static let persons = Text(
        lv: "satur; nododiet tikai tam, kam tie vajadzīgi darbam",
        en: "contained; hand on only to those whose work needs them"
    )
}

extension ReportSection {
    /// The columns with a number that the report made itself: of figures their measures are told.
    fileprivate var ownColumns: [ReportColumn] {
        columns.enumerated().filter { index, column in
            column.making != nil
                && (rows.contains { $0.isOwnNumber(index) } || total?.isOwnNumber(index) == true)
        }
        .map(\.element)
    }
}

extension ReportRow {
    fileprivate func isOwnNumber(_ index: Int) -> Bool {
        guard cells.indices.contains(index), case .number = cells[index] else { return false }
        return true
    }
}

extension AnsweredReport {
    /// The report with the name of who makes it, and when, for a file that leaves.
    package func signed(_ desk: Desk) async throws -> AnsweredReport {
        let id = desk.tenant
        let tenant = try await desk.database.data.read { try Tenants.find(id, $0)?.name }
        let (name, now) = (desk.asker.name, desk.clock())
        var report = self
        report.mark?.tenant = tenant
        report.mark?.maker = Text(
            lv: "\(name), \(Format(.lv).moment(now))",
            en: "\(name), \(Format(.en).moment(now))"
        )
        return report
    }

    /// The name of a file of the report: what it is, of which year, made on which day, and whether it holds persons,
    /// as a table of bare lines has no room for it.
    ///
    /// A file of one table out of several has the code of the table too.
    func fileName(
        _ face: ReportFace,
        section: String? = nil,
        on day: Day,
        _ language: Language
    ) -> String {
        var parts = id.split(separator: "/").map(String.init)
        let codes = document.sections.map(\.code)
        if face == .csv, let section, codes.count > 1, codes.contains(section) { parts.append(section) }
        parts += [String(selection.year.start), day.description]
        if mark?.holdsPersons == true {
            parts.append(Text(lv: "personas-dati", en: "personal-data")[language])
        }
        return "\(parts.joined(separator: "-")).\(face.rawValue)"
    }
}
