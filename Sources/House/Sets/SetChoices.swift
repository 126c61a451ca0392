import Frame
import Kernel
import Pages
import Storage

/// What may be put into a set: saved views that one sees, and every report that one may read.
struct SetChoices: Sendable {
    let views: [(code: String, item: ReportSet.Item)]
    let reports: [(code: String, item: ReportSet.Item)]

    static func load(_ desk: Desk, _ connection: Connection) throws -> SetChoices {
        let views = try SavedViews(desk: desk, connection: connection).list()
        let reports = desk.house.rooms.flatMap { room in
            room.reports.map { ReportRequest("\(room.name)/\($0.name)") }
        }
        return SetChoices(
            views: views.map { ("view-\($0.id)", ReportSet.Item($0.name, $0.request)) },
            reports: reports.filter { desk.mayAsk($0) }.map {
                ("report-\($0.report)", ReportSet.Item(SavedName(), $0))
            }
        )
    }

    /// The name of the boxes of a room's reports.
    private static func box(_ room: String) -> String { "item-\(room)" }

    /// Which are ticked, in the order in which they are offered.
    func ticked(_ form: [String: [String]]) -> [String] {
        let chosen = Set(form.filter { $0.key.hasPrefix("item") || $0.key == "view" }.flatMap(\.value))
        return all.map(\.code).filter(chosen.contains)
    }

    private var all: [(code: String, item: ReportSet.Item)] { views + reports }

    /// The item that a form names.
    func item(_ code: String) -> ReportSet.Item? { all.first { $0.code == code }?.item }

    /// Boxes to tick, views before reports, these by room as everywhere.
    func fields(_ chosen: Set<String>, error: Text?, _ house: HouseBook, _ language: Language) -> [Field] {
        let rooms = house.rooms.map { room in
            (
                Text(lv: "Atskaites: ", en: "Reports: ") + room.title,
                reports.filter { $0.code.hasPrefix("report-\(room.name)/") },
                SetChoices.box(room.name)
            )
        }
        let kinds = [(Text(lv: "Saglabātie skati", en: "Saved views"), views, "view")] + rooms
        let shown = kinds.filter { !$0.1.isEmpty }
        return shown.enumerated().map { index, kind in
            Field(
                kind.2,
                kind.0[language],
                .checkboxes(
                    kind.1.map { Option($0.code, $0.item.title(house)[language]) },
                    chosen: chosen
                ),
                error: index == 0 ? error?[language] : nil
            )
        }
    }

    /// The choices of one more report for a set that is there.
    func options(_ house: HouseBook, _ language: Language) -> [Option] {
        all.map { Option($0.code, $0.item.title(house)[language]) }
    }
}
