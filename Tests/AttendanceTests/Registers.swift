import Kernel
import Registry
import Storage

/// Rows of registers that tests write by hand.
enum Registers {
    static func institution(_ id: Int, _ connection: Connection) throws {
        try connection.execute(
            "INSERT INTO institution (tenant_id, id, version) VALUES (\(World.tenant), \(id), 1)"
        )
    }

    static func pupil(_ id: Int, born: Day? = nil, _ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO pupil (tenant_id, id, surname, birth_day, version)
            VALUES (\(World.tenant), \(id), \("P\(id)"), \(born), 1)
            """
        )
    }

    static func enrol(
        _ pupil: Int,
        _ institution: Int,
        classGroup: Int,
        from: Day,
        to: Day? = nil,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO enrolment (tenant_id, pupil_id, institution_id, class_id, from_day, to_day, version)
            VALUES (\(World.tenant), \(pupil), \(institution), \(classGroup), \(from), \(to?.number ?? 0), 1)
            """
        )
    }

    /// A teaching group with its members from 1 September on.
    static func group(_ id: Int, _ institution: Int, members: [Int], _ connection: Connection) throws {
        try connection.execute(
            """
            INSERT INTO teaching_group (tenant_id, id, institution_id, year, version)
            VALUES (\(World.tenant), \(id), \(institution), \(World.year.start), 1)
            """
        )
        for pupil in members {
            try connection.execute(
                """
                INSERT INTO group_member (tenant_id, group_id, pupil_id, from_day, version)
                VALUES (\(World.tenant), \(id), \(pupil), \(World.year.first), 1)
                """
            )
        }
    }

    static func rule(
        _ name: String,
        from: Day,
        to: Day? = nil,
        _ parameters: String,
        _ connection: Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO regulation (tenant_id, name, from_day, to_day, parameters, version)
            VALUES (\(World.tenant), \(name), \(from), \(to?.number ?? 0), \(parameters), 1)
            """
        )
    }
}
