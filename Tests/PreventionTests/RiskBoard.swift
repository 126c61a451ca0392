import Attainment
import Attendance
import Exchange
import Frame
import Kernel
import Registry
import RoomTesting
import SekmeTesting
import Storage
import Testing

@testable import Prevention

/// A board of two schools whose signals can be counted by hand.
enum RiskBoard {
    static let today = Day(2026, 2, 2) ?? Day(number: 0)
    static let year = SchoolYear(2025)
    static let rooms = [attainmentRoom, attendanceRoom, preventionRoom]

    private static let institutions = """
        name,reg_no,type
        Ozolu skola,9900000001,pamatskola
        Liepu skola,9900000002,pamatskola
        """
    private static let subjects = """
        subject,code,area
        Matemātika,MAT,5
        Latviešu valoda,LAT,1
        Fizika,FIZ,4
        """
    static let headings = "institution,year,class,external_code,surname,forename,from,to,reason_out"
    /// Five pupils of grade 8 in two schools, and one of grade 2; ids are in the order of the lines.
    static let pupils = """
        \(headings)
        Ozolu skola,2025/2026,8.a,K1,Ābols,Ansis,,,
        Ozolu skola,2025/2026,8.a,K2,Bērzs,Baiba,,,
        Ozolu skola,2025/2026,8.b,K3,Celms,Centis,,,
        Liepu skola,2025/2026,8.a,K4,Dille,Dace,,,
        Liepu skola,2025/2026,8.a,K5,Egle,Edgars,,,
        Ozolu skola,2025/2026,2.a,K6,Feldmane,Fanija,,,
        """

    /// Runs the body with registers and nothing else.
    static func with(
        _ engine: Engine,
        pupils: String = pupils,
        today: Day = today,
        _ body: (BoardWorld) async throws -> Void
    ) async throws {
        try await BoardWorld.with(engine, rooms, today: today) { world in
            try await world.take(institutions, "institutions")
            try await world.take(subjects, "subjects")
            let report = try await world.take(pupils, "pupils")
            #expect(report.plan.rejected + report.plan.unmatched == 0, "\(report.plan)")
            try await body(world)
        }
    }
}

extension BoardWorld {
    /// Imports so many lessons of one day and kind for each line: school, class, code, day, kind, number.
    @discardableResult
    func lessons(_ lines: [(String, String, String, String, String, Int)]) async throws -> BatchID? {
        let rows = lines.map { "\($0.0),\($0.1),\($0.2),\($0.3),Matemātika,\($0.4),\($0.5)" }
        let text = (["institution,class,pupil_code,date,subject,code,lessons"] + rows).joined(separator: "\n")
        let report = try await take(text, "absences", mapping: "lessons")
        #expect(report.plan.rejected + report.plan.unmatched == 0, "\(report.plan)")
        return report.batch
    }

    /// The open signals of a year on a day as "pupil rule term value/base >threshold", for all or within a reach.
    func signals(
        on day: Day? = nil,
        _ year: SchoolYear = RiskBoard.year,
        _ reach: Reach = .all
    ) async throws -> [String] {
        let tenant = desk.tenant
        return try await desk.database.data.read { connection in
            try SignalStore(tenant: tenant, connection: connection)
                .open(on: day ?? RiskBoard.today, in: year, within: reach)
                .map { signal in
                    let (shown, reading) = (signal.shown, signal.shown.reading)
                    return "\(signal.pupil.rawValue) \(signal.rule.dropFirst(5)) \(signal.term) "
                        + "\(reading.value)/\(reading.base) >\(shown.threshold)"
                }
                .sorted()
        }
    }

    /// The desk on another day, and for somebody else.
    func desk(on day: Day, _ asker: Asker? = nil) -> Desk {
        Desk(
            database: desk.database,
            tenant: desk.tenant,
            asker: asker ?? desk.asker,
            house: desk.house,
            clock: desk.clock,
            fixedToday: day
        )
    }

    /// What the page of a pupil's signals holds.
    func signals(of pupil: Int, _ desk: Desk? = nil) async throws -> PupilSignals {
        let desk = desk ?? self.desk
        let found = try await desk.database.data.read {
            try PupilSignals.load(PupilID(rawValue: pupil), desk, $0)
        }
        return try #require(found)
    }
}
