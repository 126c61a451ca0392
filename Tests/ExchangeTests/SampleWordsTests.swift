import Kernel
import Testing

@testable import Exchange

struct SampleWordsTests {
    private func line(_ kind: ChangeSample.Kind, _ fields: [(String, String?, String?)]) -> String {
        let fields = fields.map { ChangeSample.Field(column: $0.0, old: $0.1, new: $0.2) }
        return SampleWords(language: .lv).line(ChangeSample(kind: kind, source: 0, key: [], fields: fields))
    }

    @Test func `a new row shows what people wrote, without the numbers of other rows`() {
        let words = line(
            .added,
            [
                ("hundredths", nil, "4250"), ("text_id", nil, "338"), ("group_id", nil, "0"),
                ("grade", nil, "8"),
                ("birth_day", nil, String(Day(2012, 1, 11)?.number ?? 0)),
            ]
        )
        #expect(words == "vērtība: 42,50; klases pakāpe: 8; dzimšanas datums: 11.01.2012.")
    }

    @Test func `a changed row shows both values, and what was not set is a dash`() {
        #expect(line(.changed, [("surname", "Ozola", "Liepa")]) == "uzvārds: Ozola → Liepa")
        #expect(line(.changed, [("to_day", "0", "1")]).hasPrefix("līdz: – → "))
        #expect(line(.changed, [("to_day", "0", nil), ("sort_key", "a", "b")]).isEmpty)
    }

    @Test func `a mark of nought is a value`() {
        #expect(line(.added, [("hundredths", nil, "0")]) == "vērtība: 0,00")
    }
}
