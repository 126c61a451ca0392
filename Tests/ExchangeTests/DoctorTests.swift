import Exchange
import Frame
import Kernel
import SekmeTesting
import Storage
import Testing

struct DoctorTests {
    @Test(arguments: Engine.available)
    func `the doctor finds and mends cells that were tampered with`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            let doctor = Doctor(world.desk)
            #expect(try await doctor.run().isEmpty)
            let sound = try await world.dump()
            let months = try await world.database.data.read {
                try $0.value("SELECT count(*) FROM month_cell WHERE tenant_id = 3", Int.self) ?? 0
            }
            #expect(months > 0)
            try await world.database.data.write { connection in
                try connection.execute(
                    "UPDATE class_cell SET missed = missed + 1 WHERE tenant_id = 3 AND lessons = 3"
                )
                try connection.execute("DELETE FROM pupil_cell WHERE tenant_id = 3 AND kind = 2")
                try connection.execute(
                    """
                    INSERT INTO pupil_cell (tenant_id, pupil_id, month, kind, lessons)
                    VALUES (3, 99, 24300, 0, 4)
                    """
                )
                try connection.execute("UPDATE month_cell SET lessons = lessons + 1 WHERE tenant_id = 3")
            }
            let findings = try await doctor.run()
            #expect(Set(findings.map(\.kind)) == [.cellDiffers, .cellMissing, .cellSurplus])
            #expect(findings.count == 3 + months)
            let differing = try #require(findings.first { $0.table == "class_cell" })
            #expect(differing.found == [3, 2])
            #expect(differing.expected == [3, 1])
            #expect(try await doctor.repair().count == 3 + months)
            #expect(try await doctor.run().isEmpty)
            #expect(try await world.dump() == sound)
        }
    }

    @Test(arguments: Engine.available)
    func `the doctor finds facts of nobody and of no batch`(engine: Engine) async throws {
        try await TestWorld.with(engine) { world in
            try await world.take(pupilFile)
            try await world.take(lessonFile)
            try await world.database.data.write { connection in
                try connection.execute("UPDATE lesson SET batch_id = 88 WHERE tenant_id = 3 AND slot = 2")
                try connection.execute(
                    "UPDATE lesson SET class_id = 77 WHERE tenant_id = 3 AND slot = 2"
                )
            }
            let findings = try await Doctor(world.desk).run().filter { $0.kind == .orphan }
            #expect(Set(findings.map(\.column)) == ["class_id", "batch_id"])
            #expect(Set(findings.flatMap(\.key)) == [77, 88])
        }
    }
}
