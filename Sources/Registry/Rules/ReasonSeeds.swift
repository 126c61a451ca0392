import Evidence
import Kernel

/// The reasons of absence that Sekme ships: no regulation lists them, so a board sets them by what its schools write.
///
/// None of them merely repeats a kind: where a source tells no more than that, there is no reason to keep.
enum ReasonSeeds {
    static let all: [CodeItem] = reasons.enumerated().map { index, reason in
        CodeItem(
            list: CodeLists.absenceReasons,
            code: String(index + 1),
            from: Day(number: 0),
            to: nil,
            words: reason.words,
            position: index + 1,
            isEditable: true,
            kind: reason.kind.rawValue
        )
    }

    private static let reasons: [(kind: AbsenceKind, words: Text)] = [
        (.illness, Text(lv: "Slimība (ārsta izziņa)", en: "Illness (doctor’s certificate)")),
        (.illness, Text(lv: "Slimība (vecāku zīme)", en: "Illness (note of the parents)")),
        (.illness, Text(lv: "Ārsta apmeklējums", en: "Visit to a doctor")),
        (.excused, Text(lv: "Ģimenes apstākļi", en: "Family circumstances")),
        (.excused, Text(lv: "Sacensības, olimpiāde vai konkurss", en: "Sports event, olympiad or contest")),
        (.excused, Text(lv: "Skolas norīkojums", en: "Sent by the school")),
        (
            .excused,
            Text(lv: "Transporta vai laikapstākļu dēļ", en: "Because of transport or the weather")
        ),
    ]
}
