import Evidence
import Frame
import Kernel
import Registry
import SekmeTesting
import Storage
import Testing

@testable import Attendance

/// Small random schools, read through every report, filter and term.
struct DisclosureAttackTests {
    private let institutions = 1...3
    private let reports: [any Report.Type] = [
        AbsenceStatistics.self, AbsenceKinds.self, OverLimitReport.self, ChronicReport.self,
    ]

    private func classes(_ institution: Int) -> [Int] { (1...3).map { institution * 10 + $0 } }

    private var institutionOfClass: [Int: Int] {
        institutions.reduce(into: [:]) { map, institution in
            for classGroup in classes(institution) { map[classGroup] = institution }
        }
    }

    /// Classes of 2 to 14 pupils; some are often away and some never.
    private func fill(_ seed: UInt64, _ connection: Connection) throws {
        var dice = RandomSource(seed: seed)
        let staging = CollectingStaging()
        var pupil = 0
        for institution in institutions {
            for classGroup in classes(institution) {
                for _ in 0..<Int.random(in: 2...14, using: &dice) {
                    pupil += 1
                    try stage(pupil, institution, classGroup, &dice, staging)
                }
            }
        }
        try staging.write(World.registers, World.tenant, connection)
        // The lessons of these schools are few.
        try Registers.rule(
            "chronic-absence",
            from: Day(number: 0),
            #"{"percent":50,"lessons":5}"#,
            connection
        )
    }

    private func stage(
        _ pupil: Int,
        _ institution: Int,
        _ classGroup: Int,
        _ dice: inout RandomSource,
        _ staging: any Staging
    ) throws {
        for (term, start) in [(1, Day(2025, 9, 1)), (2, Day(2026, 2, 2))] {
            guard let start else { continue }
            let isAway = Int.random(in: 0..<4, using: &dice) == 0
            for lesson in 0..<Int.random(in: 1...(isAway ? 40 : 4), using: &dice) {
                let kind = AbsenceKind.allCases.randomElement(using: &dice)
                var record = LessonRecord(
                    pupil: PupilID(rawValue: pupil),
                    day: start + lesson / 7,
                    slot: lesson % 7 + 1,
                    state: isAway
                        ? .absent(.unexcused) : lesson % 2 == 0 ? .present : .absent(kind ?? .illness),
                    institution: InstitutionID(rawValue: institution),
                    year: World.year,
                    term: term,
                    isRated: true
                )
                record.classGroup = ClassID(rawValue: classGroup)
                try record.stage(staging, at: SourcePlace(line: 1))
            }
            // Of every third pupil a lesson was not recorded, of few in a small class and of none in some.
            guard pupil % 3 == 0 else { continue }
            var record = LessonRecord(
                pupil: PupilID(rawValue: pupil),
                day: start,
                slot: 9,
                state: .notRecorded,
                institution: InstitutionID(rawValue: institution),
                year: World.year,
                term: term,
                isRated: true
            )
            record.classGroup = ClassID(rawValue: classGroup)
            try record.stage(staging, at: SourcePlace(line: 1))
        }
    }

    /// Every selection that filters allow.
    private var selections: [Selection] {
        var all: [Selection] = []
        for term in [nil, 1, 2] {
            all.append(Selection(year: World.year, term: term))
            for institution in institutions {
                var selection = Selection(
                    year: World.year,
                    term: term,
                    institution: InstitutionID(rawValue: institution)
                )
                all.append(selection)
                for classGroup in classes(institution) {
                    selection.classGroup = ClassID(rawValue: classGroup)
                    all.append(selection)
                    var bare = selection
                    bare.institution = nil
                    all.append(bare)
                }
            }
        }
        return all
    }

    /// What an asker reads in all reports, with or without disclosure control.
    private func read(_ connection: Connection, _ control: Disclosure?, _ asker: Asker) throws -> Attacker {
        var attacker = Attacker(institutionOfClass: institutionOfClass)
        for report in reports {
            let isByClass = report.filters.contains(.classGroup)
            for selection in selections where isByClass || selection.classGroup == nil {
                let question = World.question(connection, selection, asker: asker)
                let document = try report.answer(question)
                attacker.read(try control?.applied(to: document, question) ?? document)
            }
        }
        return attacker
    }

    private func withSchools(
        _ seed: UInt64,
        _ body: @escaping @Sendable (Connection) throws -> Void
    ) async throws {
        try await withDatabase(.sqlite, migrations: World.migrations) { database in
            try await database.data.write { connection in
                try fill(seed, connection)
                try body(connection)
            }
        }
    }

    @Test(arguments: [1, 2, 26] as [UInt64])
    func `no reader of aggregates derives a hidden figure from all reports`(_ seed: UInt64) async throws {
        try await withSchools(seed) { connection in
            let control = Disclosure(version: { _, _ in "1" })
            let seen = try read(connection, control, World.reader)
            let all = try read(connection, nil, World.reader)
            #expect(seen.derived() == [])
            // One figure is never hidden here and shown there.
            #expect(seen.hidden.isDisjoint(with: seen.shown.keys))
            for (key, tally) in all.shown {
                let people = tally.people ?? 0
                if people > 0, people < 5 { #expect(seen.shown[key] == nil, "\(key)") }
                if let number = seen.shown[key] { #expect(number == tally) }
            }
            #expect(seen.shown.count > 20)
            #expect(!seen.hidden.isEmpty)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a share is shown only beside both its parts`(_ seed: UInt64) async throws {
        try await withSchools(seed) { connection in
            let seen = try read(connection, Disclosure(version: { _, _ in "1" }), World.reader)
            // Of lessons recorded no report shows the parts: what the share rests on is looked at before it is shown.
            let shares = seen.shown.keys.filter {
                $0.measure.hasSuffix("-share") && $0.measure != "attendance/recorded-share"
            }
            for key in shares {
                var part = key
                part.measure = String(key.measure.dropLast("-share".count))
                var whole = key
                whole.measure =
                    switch key.measure {
                    case "attendance/chronic-share": "attendance/assessed"
                    case "attendance/over-limit-share": "attendance/over-limit-of"
                    default: "attendance/missed"
                    }
                #expect(seen.shown[part] != nil && seen.shown[whole] != nil, "\(key)")
            }
        }
    }

    @Test(arguments: [1, 2, 26] as [UInt64])
    func `a share and the count of those on one side are shown where the other side is of nobody or of five`(
        _ seed: UInt64
    ) async throws {
        try await withSchools(seed) { connection in
            let seen = try read(connection, Disclosure(version: { _, _ in "1" }), World.reader)
            let all = try read(connection, nil, World.reader)
            let shares = all.shown.filter { $0.key.measure == "attendance/chronic-share" }
            let told = shares.filter { _, share in
                [share.numerator, share.denominator - share.numerator].contains { (1..<5).contains($0) }
            }
            #expect(!told.isEmpty)
            for key in told.keys {
                var count = key
                count.measure = "attendance/chronic"
                #expect(seen.shown[key] == nil && seen.shown[count] == nil, "\(key)")
            }
        }
    }

    @Test func `the same reader without control derives much`() async throws {
        try await withSchools(1) { connection in
            // Hiding nothing but what is small: the attack must find something, or it proves nothing.
            let all = try read(connection, nil, World.reader)
            var naive = Attacker(institutionOfClass: institutionOfClass)
            naive.take(all) { ($0.people ?? 0) > 0 && ($0.people ?? 0) < 5 }
            #expect(!naive.derived().isEmpty)
        }
    }

    @Test func `who works in one institution derives nothing of the others`() async throws {
        let head = World.asker([
            ([.readFigures], .tenant),
            ([.readPupils, .readHealth], Scope(institution: InstitutionID(rawValue: 2))),
        ])
        try await withSchools(2) { connection in
            let seen = try read(connection, Disclosure(version: { _, _ in "1" }), head)
            #expect(seen.derived() == [])
            #expect(seen.hidden.allSatisfy { $0.institution != 2 })
            let own = try read(connection, nil, head).shown.filter { $0.key.institution == 2 }
            for (key, tally) in own { #expect(seen.shown[key] == tally) }
        }
    }

    @Test(arguments: [1, 2, 26] as [UInt64])
    func `who sees pupils but not their health derives nothing of few, and sees all the rest`(
        _ seed: UInt64
    ) async throws {
        let specialist = World.asker([([.readFigures, .readPupils], .tenant)])
        let kinds = ["illness", "excused", "illness-share", "excused-share"].map { "attendance/\($0)" }
        try await withSchools(seed) { connection in
            let seen = try read(connection, Disclosure(version: { _, _ in "1" }), specialist)
            let all = try read(connection, nil, specialist)
            #expect(seen.derived() == [])
            #expect(!seen.hidden.isEmpty)
            #expect(seen.hidden.isDisjoint(with: seen.shown.keys))
            #expect(seen.hidden.allSatisfy { kinds.contains($0.measure) })
            for (key, tally) in all.shown where !kinds.contains(key.measure) {
                #expect(seen.shown[key] == tally, "\(key)")
            }
            for (key, tally) in seen.shown where key.measure == "attendance/illness" && tally.numerator > 0 {
                // Where nobody had another excuse, the sum of each pupil would be their illness.
                var other = key
                other.measure = "attendance/excused"
                #expect((tally.people ?? 0) >= 5 && (all.shown[other]?.people ?? 0) >= 5, "\(key)")
            }
        }
    }
}

extension Attacker {
    /// Takes what another has seen, less what a naive control would hide.
    fileprivate mutating func take(_ other: Attacker, hiding: (Tally) -> Bool) {
        for (key, tally) in other.shown { put(key, hiding(tally) ? nil : tally) }
    }
}
