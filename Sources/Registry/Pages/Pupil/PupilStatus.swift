import Frame
import Kernel
import Storage

/// The marks of special status that a pupil has.
///
/// They are read for those alone who may know them.
enum PupilStatus {
    static func words(_ pupil: PupilID, _ asking: PupilAsking) throws -> [Text] {
        guard asking.may(.readPupilStatus) else { return [] }
        let found = try asking.connection.rows(
            """
            SELECT is_special, is_ukraine, is_reemigrant FROM pupil
            WHERE tenant_id = \(asking.desk.tenant) AND id = \(pupil)
            """,
            Bool.self,
            Bool.self,
            Bool.self
        ).first
        guard let found else { return [] }
        let marks = [(found.0, special), (found.1, ukraine), (found.2, reemigrant)]
        return marks.filter(\.0).map(\.1)
    }

    private static let special = Text(lv: "speciālās izglītības programma", en: "special education programme")
    private static let ukraine = Text(lv: "Ukrainas civiliedzīvotājs", en: "civilian of Ukraine")
    private static let reemigrant = Text(lv: "reemigrants", en: "re-emigrant")
}
