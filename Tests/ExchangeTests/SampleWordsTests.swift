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

    @Test func `what was said of all lines stands as people write it`() {
        #expect(Format(.lv).said("2026/2027") == Format(.lv).schoolYear(SchoolYear(2026)))
        #expect(Format(.lv).said("Matemātika") == "Matemātika")
    }

    @Test func `what a column of one table means is not what it means elsewhere`() {
        let fields = [
            ChangeSample.Field(column: "year", old: nil, new: "2026"),
            ChangeSample.Field(column: "planned", old: nil, new: "10000"),
        ]
        let sample = ChangeSample(kind: .added, source: 0, key: [], fields: fields)
        let line = SampleWords(language: .lv).line(sample, of: "plan_amount") { column, value in
            Text(same: column == "year" ? value : "100 EUR")
        }
        #expect(line == "gads: 2026; plānotā summa: 100 EUR")
        #expect(SampleWords.name("year")?.lv == "mācību gads")
    }

    @Test func `a mark of nought is a value`() {
        #expect(line(.added, [("hundredths", nil, "0")]) == "vērtība: 0,00")
    }

    @Test func `a fact names whom it is about, and its technical columns are silent`() {
        let names = [
            "pupil_id": ["7": "Ozols Jānis"], "subject_id": ["3": "Fizika"], "state": ["2": "Kavēts"],
        ]
        let day = String(Day(2026, 1, 12)?.number ?? 0)
        let fields = [
            ("pupil_id", "7"), ("day", day), ("slot", "1061"), ("state", "2"), ("minutes_late", "0"),
            ("subject_id", "3"), ("teacher_id", "0"), ("year", "2025"), ("term", "2"), ("is_rated", "1"),
        ]
        let sample = ChangeSample(
            kind: .added,
            source: 0,
            key: [],
            fields: fields.map { ChangeSample.Field(column: $0.0, old: nil, new: $0.1) }
        )
        let words = SampleWords(language: .lv).line(sample) { column, value in
            names[column]?[value].map { Text(same: $0) }
        }
        #expect(
            words
                == "izglītojamais: Ozols Jānis; diena: 12.01.2026.; stāvoklis: Kavēts; mācību priekšmets: Fizika"
        )
    }

    @Test func `what does not change says what a row is about, and what looks alike is no change`() {
        let fields = [
            ChangeSample.Field(column: "pupil_id", old: "7", new: "7"),
            ChangeSample.Field(column: "kind", old: "1", new: "2"),
            ChangeSample.Field(column: "percent", old: "-1", new: "8125"),
        ]
        let sample = ChangeSample(kind: .changed, source: 0, key: [7], fields: fields)
        let words = SampleWords(language: .en).line(sample) { column, _ in
            switch column {
            case "pupil_id": Text(same: "Ozols Jānis")
            case "kind": Text(same: "Excused")
            default: nil
            }
        }
        #expect(words == "pupil: Ozols Jānis; result, %: – → 81.25")
    }
}
