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
    static let tombstones = Tombstones("ended_observation")
    static let tables = ["risk_observation", "prevention_level"]

    static func end(_ end: KeepingEnd) throws -> [Int] {
        let texts = try EndedTexts("risk_observation", "text_sealed", words: ["account_name"])
            .end("day < \(end.year.first)", end)
        let reasons = try EndedTexts("prevention_level", "reason_sealed", words: ["account_name"])
            .end("day < \(end.year.first)", end)
        return try bury(texts + reasons, end)
    }
}
