internal import Frame
internal import Kernel
internal import Registry
internal import Storage

/// What people noticed of pupils, and why they set levels of prevention: the words end with their time, and that
/// something was noticed or set on a day stays for as long as the pupil does.
enum ObservationKeeping: TimedRecords {
    static let retention = "observations"
    static let words = FactWords(
        Text(lv: "Novērojumu un pamatojumu teksti", en: "Texts of observations and reasons"),
        Noun(
            lv: "novērojuma vai pamatojuma teksts",
            "novērojumu un pamatojumu teksti",
            en: "text of an observation or reason",
            "texts of observations and reasons"
        )
    )
    static let tombstones = "ended_observation"
    static let tables = ["risk_observation", "prevention_level"]

    static func end(
        before last: Day,
        sparing pupils: SQL,
        most: Int,
        _ desk: Desk,
        _ connection: Connection
    ) throws -> [Int] {
        let year = SchoolYear(containing: last)
        let texts = try EndedTexts("risk_observation", "text_sealed", words: ["account_name"])
            .end("day < \(year.first)", sparing: pupils, most: most, desk, connection)
        let reasons = try EndedTexts("prevention_level", "reason_sealed", words: ["account_name"])
            .end("day < \(year.first)", sparing: pupils, most: most, desk, connection)
        return try bury(texts + reasons, desk, connection)
    }
}
