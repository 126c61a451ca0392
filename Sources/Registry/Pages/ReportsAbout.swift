package import Frame
package import Kernel
package import Pages

/// The reports of all rooms that say more about a place, each with the place chosen.
///
/// A report shows up here by its filters: a new one needs no line on any page.
package struct ReportsAbout: Renderable {
    let language: Language
    private let title: Text
    private let links: [Link]

    /// Reports that can be narrowed to the last of the members given, the others going along.
    ///
    /// `except` names reports that the page shows anyway.
    package init(
        _ title: Text,
        year: SchoolYear,
        _ members: [(filter: ReportFilter, member: Int)],
        in scope: Scope,
        _ desk: Desk,
        _ language: Language,
        except: Set<String> = []
    ) {
        self.title = title
        self.language = language
        links = desk.house.rooms.flatMap { room in
            room.reports.compactMap { report -> Link? in
                let id = "\(room.name)/\(report.name)"
                guard let about = members.last, report.filters.contains(about.filter), !except.contains(id),
                    desk.asker.may(report.permission, in: scope, on: desk.today)
                else { return nil }
                let address = Address("/reports/" + id).adding("year", year.description)
                return Link(
                    report.title[language],
                    members.reduce(address) { $0.adding($1.filter.rawValue, String($1.member)) }
                )
            }
        }
    }

    /// A section with the links, or nothing where there is no report.
    package var html: HTML {
        guard !links.isEmpty else { return "" }
        let items: [HTML] = links.map { "<li>\($0)</li>" }
        return Section(title[language], "<ul class=\"ways\">\(items)</ul>").html
    }
}
