internal import Frame
internal import Kernel
internal import Storage

extension AttendanceMeasures {
    /// Lessons that were held.
    static let held = CubeMeasure(
        "attendance/held",
        Text(lv: "Novadītās stundas", en: "Lessons held"),
        definition: Text(
            lv: "Mācību stundas, kas klasē vai mācību grupā notikušas.",
            en: "Lessons that took place in a class or teaching group."
        ),
        unit: .count(Noun(lv: "stunda", "stundas", en: "lesson", "lessons")),
        cubes: [.lessonsHeld],
        numerator: "lessons",
        rows: HeldEvidence.rows
    )
}

/// Finds the rows behind a number of lessons held.
private enum HeldEvidence {
    @Sendable static func rows(
        _ selection: Selection,
        _ members: [Dimension: Int],
        _ tenant: TenantID,
        _ connection: Connection,
        _ limit: Int
    ) throws -> [EvidenceRow] {
        let chosen = members.sorted { $0.key.rawValue < $1.key.rawValue }.map { dimension, member -> SQL in
            "\(dimension.column.sql) = \(member)"
        }
        let condition = SQL.joined([CubeFilter(selection, kinds: nil).condition] + chosen, by: " AND ")
        let rows = try connection.rows(
            """
            SELECT month, day, lessons, batch_id, source FROM lesson_held
            WHERE tenant_id = \(tenant) AND \(condition)
            ORDER BY institution_id, year, class_id, group_id, subject_id, teacher_id, month, day LIMIT \(limit)
            """,
            Int.self,
            Int.self,
            Int.self,
            BatchID.self,
            Int.self
        )
        return rows.map { month, day, lessons, batch, source in
            EvidenceRow(
                pupil: PupilID(rawValue: 0),
                day: day == 0 ? nil : Day(number: day),
                words: day == 0
                    ? Text(
                        lv: "Mēnesī \(Month(number: month))",
                        en: "In the month \(Month(number: month))"
                    ) : Text(lv: "Dienā", en: "On the day"),
                numerator: lessons,
                denominator: 1,
                batch: batch,
                source: SourcePlace(packed: source)
            )
        }
    }
}
