package import Frame
package import Kernel
package import Pages

/// The way to a report about the very thing that a page shows.
package struct ReportLink: Sendable {
    let title: Text
    let address: Address

    /// The reports that can be narrowed to what is selected by a filter, and that this reader may ask about it.
    ///
    /// The year that runs is left open: a report that has nothing of it yet, as of tests in autumn, then shows the last
    /// year that has something.
    package static func list(_ desk: Desk, _ selection: Selection, _ filter: ReportFilter) -> [ReportLink] {
        let isOpen = selection.year == SchoolYear(containing: desk.today)
        return desk.house.rooms.flatMap { room in
            room.reports.compactMap { report -> ReportLink? in
                guard report.filters.contains(filter) else { return nil }
                let asked = selection.subject == nil ? report.permission : report.subjectPermission
                guard desk.asker.may(asked, in: selection.scope, on: desk.today) else { return nil }
                var address = Address("/reports/\(room.name)/\(report.name)" as String)
                if !isOpen { address = address.adding("year", selection.year.description) }
                for (dimension, member) in selection.ordered {
                    guard let narrowed = ReportFilter(narrowing: dimension), report.filters.contains(narrowed)
                    else { continue }
                    address = address.adding(narrowed.rawValue, String(member))
                }
                return ReportLink(title: report.title, address: address)
            }
        }
    }

    /// The links under a heading; nothing where there are none.
    package static func html(_ links: [ReportLink], _ language: Language) -> HTML? {
        guard !links.isEmpty else { return nil }
        let items: [HTML] = links.map { "<li>\(Link($0.title[language], $0.address))</li>" }
        let heading = Text(lv: "Atskaites", en: "Reports")[language]
        let list = Section(heading, "<ul class=\"index tight wide\">\(items)</ul>")
        return "<div class=\"screen-only\">\(list)</div>"
    }
}
