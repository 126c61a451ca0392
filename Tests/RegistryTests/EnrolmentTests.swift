import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@Suite struct EnrolmentTests {
    private let pupil = PupilID(rawValue: 3)
    private let school = InstitutionID(rawValue: 1)
    private let fifth = ClassID(rawValue: 5)
    private let sixth = ClassID(rawValue: 6)
    private let year = SchoolYear(2024)

    private func run(_ staging: CollectingStaging, isMaster: Bool = true) -> DirectoryRun {
        DirectoryRun(Directory.empty, Worlds.run(staging, isMaster: isMaster))
    }

    private func stays(_ run: DirectoryRun) -> [String] {
        run.directory.enrolments(of: pupil).map { stay in
            "\(stay.from)–\(stay.to.map(\.description) ?? "") \(stay.classGroup.rawValue)"
        }
    }

    @Test func `a new year ends the stay in the old class the day before`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(2))
        try run.enrol(pupil: pupil, institution: school, classID: sixth, from: year.next.first, at: line(3))
        #expect(stays(run) == ["2024-09-01–2025-08-31 5", "2025-09-01– 6"])
        let rows = staging.rows(of: .enrolments)
        #expect(rows.map(\.key) == [[3, 1, year.first.number], [3, 1, year.next.first.number]])
        #expect(rows.map { $0.columns["to_day"] } == [.integer(Int64(year.last.number)), .integer(0)])
    }

    @Test func `the same stay a second time stages nothing`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        for _ in 1...2 {
            try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(2))
        }
        #expect(stays(run) == ["2024-09-01– 5"])
        #expect(staging.rows(of: .enrolments).count == 1)
    }

    @Test func `a journal of the year leaves a stay that began later as it is`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        let came = year.first + 60
        try run.enrol(
            pupil: pupil,
            institution: school,
            classID: fifth,
            from: came,
            reasonIn: "address",
            isStart: true,
            at: line(2)
        )
        try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(3))
        #expect(stays(run) == ["2024-10-31– 5"])
    }

    @Test func `a journal of the year leaves the day of a move that is known as it is`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(2))
        try run.enrol(
            pupil: pupil,
            institution: school,
            classID: sixth,
            from: year.first + 120,
            isStart: true,
            at: line(3)
        )
        for classID in [fifth, sixth] {
            try run.enrol(pupil: pupil, institution: school, classID: classID, from: year.first, at: line(4))
        }
        #expect(stays(run) == ["2024-09-01–2024-12-29 5", "2024-12-30– 6"])
    }

    @Test func `leaving completes the stay, and coming back is a new one`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(2))
        let left = year.first + 100
        try run.enrol(
            pupil: pupil,
            institution: school,
            classID: fifth,
            from: year.first,
            to: left,
            reasonOut: "abroad",
            at: line(3)
        )
        try run.enrol(
            pupil: pupil,
            institution: school,
            classID: fifth,
            from: left + 50,
            isStart: true,
            at: line(4)
        )
        #expect(stays(run) == ["2024-09-01–2024-12-10 5", "2025-01-29– 5"])
        #expect(staging.rows(of: .enrolments).first?.columns["reason_out"] == .text("abroad"))
    }

    @Test func `an earlier stay that turns up later ends before the next one`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        try run.enrol(pupil: pupil, institution: school, classID: sixth, from: year.next.first, at: line(2))
        try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(3))
        #expect(stays(run) == ["2024-09-01–2025-08-31 5", "2025-09-01– 6"])
    }

    @Test func `two institutions at a time are two stays`() throws {
        let staging = CollectingStaging()
        let run = run(staging)
        try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(2))
        try run.enrol(
            pupil: pupil,
            institution: InstitutionID(rawValue: 2),
            classID: nil,
            from: year.first,
            at: line(3)
        )
        #expect(stays(run) == ["2024-09-01– 5", "2024-09-01– 0"])
    }

    @Test func `a source that is no master changes no enrolment`() throws {
        let staging = CollectingStaging()
        let run = run(staging, isMaster: false)
        try run.enrol(pupil: pupil, institution: school, classID: fifth, from: year.first, at: line(2))
        #expect(staging.rows.isEmpty)
        #expect(run.directory.enrolments(of: pupil).isEmpty)
    }
}
