import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Planning

/// A day in the third quarter of the programme's second year.
let today = Day(2025, 11, 20) ?? Day(number: 0)

extension BoardWorld {
    /// Runs the body in a board with two open institutions.
    static func planning(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await with(engine, [planningRoom], today: today) { world in
            try await world.take(
                """
                name;type;reg_no
                Bērzu pamatskola;Vispārizglītojošā pamatskola;4212900001
                Ozolu vidusskola;Vispārizglītojošā vidusskola;4212900002

                """,
                "institutions"
            )
            try await body(world)
        }
    }

    /// Runs the body in a board with the small programme.
    static func programme(
        _ engine: Engine,
        _ body: (BoardWorld, Plan) async throws -> Void
    ) async throws {
        try await planning(engine) { world in
            try await world.take(ProgrammeText.small.csv, "action-programmes")
            try await body(world, try await world.plan())
        }
    }

    /// All programmes as they are stored.
    func plans() async throws -> [Plan] {
        let tenant = desk.tenant
        return try await desk.database.data.read { try Plan.all(.all, tenant, $0) }
    }

    /// The only programme.
    func plan() async throws -> Plan {
        let plans = try await plans()
        #expect(plans.count == 1)
        return try #require(plans.first)
    }

    /// What a file would be told of, in its order.
    func findings(
        _ text: String,
        _ format: String,
        constants: [String: String] = [:]
    ) async throws -> [Finding] {
        let staged = try await stage(text, format, constants: constants)
        let found = try await Importer(desk).findings(staged.id)
        try await Importer(desk).discard(staged.id)
        return found
    }

    /// A report as somebody sees it, the one at the desk where nobody else is named.
    func answer(_ id: String, _ selection: Selection, _ asker: Asker? = nil) async throws -> ReportDocument {
        try await desk.seated(asker ?? desk.asker).answer(id, selection)
    }
}

extension ReportSection {
    /// The cells as people read them in Latvian; `?` for what is not known.
    var words: [[String]] { rows.map(\.words) }
}

extension ReportRow {
    var words: [String] {
        cells.map { cell in
            switch cell {
            case .words(let text), .member(_, _, let text): text.lv
            case .number(let number, let decimals): Format(.lv).decimal(number, decimals)
            case .figure(let figure): figure.scaled.map { Format(.lv).decimal($0.value, $0.decimals) } ?? "?"
            case .day(let day): Format(.lv).day(day)
            case .blank: ""
            case .unknown: "?"
            }
        }
    }
}
