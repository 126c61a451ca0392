import Foundation
import Frame
import Kernel
import Testing

@testable import Registry

struct RuleShapeTests {
    @Test func `every shipped rule has a kind, and its answers are its numbers again`() throws {
        for rule in RegulationSeeds.all {
            let kind = try RuleKind.named(rule.name)
            let record = RuleRecord(kind: kind, rule: rule, version: 1)
            let texts = try record.texts
            let draft = try RuleDraft(texts, kind)
            #expect(
                try PlainJSON.object(draft.parameters) == PlainJSON.object(rule.parameters),
                "\(rule.name)"
            )
            let again = draft.record(kind, from: rule.from, isEditable: true, version: 2)
            #expect(try again.texts == texts, "\(rule.name)")
            let names = Set(kind.questions(texts).map(\.name))
            #expect(texts.keys.allSatisfy { names.contains($0) }, "\(rule.name)")
        }
        #expect(Set(RuleKind.all.map(\.name)) == Set(RegulationSeeds.all.map(\.name)))
    }

    @Test func `no number of a rule goes by a name that a form uses itself`() {
        let own: Set = ["lv", "en", "source", "to", "from", "version", "csrf", "change", "code", "text"]
        for kind in RuleKind.all {
            let names = kind.fields.map(\.name)
            #expect(own.isDisjoint(with: names) && Set(names).count == names.count)
        }
    }

    private func errors(_ name: String, _ changed: EditTexts) throws -> FieldErrors? {
        let kind = try RuleKind.named(name)
        let rule = try #require(RegulationSeeds.all.last { $0.name == name })
        let texts = try RuleRecord(kind: kind, rule: rule, version: 1).texts.setting(changed)
        do {
            _ = try RuleDraft(texts, kind)
            return nil
        } catch let errors as FieldErrors {
            return errors
        }
    }

    @Test(arguments: [
        ("unexcused-limit", ["lessons": ""], "lessons"), ("unexcused-limit", ["lessons": "-1"], "lessons"),
        ("unexcused-limit", ["lessons": "20,5"], "lessons"), ("unexcused-limit", ["to": "31.02.2026."], "to"),
        ("unexcused-limit", ["lv": " "], "lv"), ("level-bands", ["optimal": "9"], "optimal"),
        ("level-bands", ["sufficient": "7"], "sufficient"), ("pass-threshold", ["grade9": "101"], "grade9"),
        ("exam-index", ["aggregator": "median"], "aggregator"),
        ("exam-index", ["risesUntil": ""], "risesUntil"), ("exam-index", ["risesTo": ""], "risesTo"),
        ("outcome-state", ["full": "0"], "full"),
        ("outcome-state", ["full": "50", "partly": "51"], "partly"),
        ("least-people", ["people": "4"], "people"), ("least-people", ["people": "51"], "people"),
        ("least-people", ["people": ""], "people"),
        ("promotion", ["spans-2-to": "3"], "spans-2-to"),
        ("promotion", ["spans-3-from": "8"], "spans-3-from"),
        ("promotion", ["spans-4-from": "12"], "spans-4-to"),
        ("eklase-absence-tokens", ["kinds-5-sign": "x"], "kinds-5-kind"),
        ("eklase-absence-tokens", ["kinds-5-sign": "n", "kinds-5-kind": "1"], "kinds-5-sign"),
        ("eklase-absence-tokens", ["kinds-1-kind": "9"], "kinds-1-kind"),
        ("risk-unexcused", ["exposure": "60"], "exposure"), ("risk-repeating", ["exposure": "1"], "exposure"),
        ("risk-absence", ["exposure": ""], "exposure"),
        ("risk-attendance-fall", ["exposure": "0"], "exposure"),
        ("risk-subjects-below", ["exposure": ""], "exposure"), ("risk-no-mark", ["exposure": ""], "exposure"),
        ("risk-exam-subjects", ["exposure": ""], "exposure"),
        ("risk-unexcused-days", ["fromGrade": "1"], "toGrade"),
        ("territory-reform", ["reach": "some"], "reach"),
        ("territory-reform", ["successors-1-new": "", "successors-1-old": ""], "reach"),
        (
            "territory-reform",
            ["successors-2-new": "Ogres novads", "successors-2-old": "VARAKĻĀNU NOVADS"], "successors"
        ),
    ])
    func `an answer that cannot be kept is named`(rule: String, changed: EditTexts, field: String) throws {
        #expect(try #require(try errors(rule, changed)).byField[field] != nil)
    }

    @Test func `what may be left empty may be, and a line of a table that is emptied falls out`() throws {
        #expect(try errors("pass-threshold", ["grade9": ""]) == nil)
        #expect(try errors("exam-index", ["risesTo": "", "risesUntil": ""]) == nil)
        let kind = try RuleKind.named("promotion")
        let rule = try #require(RegulationSeeds.all.last { $0.name == "promotion" })
        var texts = try RuleRecord(kind: kind, rule: rule, version: 1).texts
        for name in ["from", "to", "minimum", "allowedBelow"] { texts["spans-1-\(name)"] = "" }
        let draft = try RuleDraft(texts, kind)
        #expect(
            draft.parameters
                == #"{"spans":[{"allowedBelow":1,"from":4,"minimum":4,"to":8},"#
                + #"{"allowedBelow":0,"from":10,"minimum":4,"to":11}]}"#
        )
    }

    @Test func `limits of absence take thresholds of institutions, and stay the same text without any`()
        throws
    {
        for (name, kept) in [
            ("unexcused-limit", #"{"lessons":20,"overrides":{"4219900001":15}}"#),
            ("chronic-absence", #"{"lessons":60,"overrides":{"4219900001":15},"percent":10}"#),
        ] {
            let kind = try RuleKind.named(name)
            let rule = try #require(RegulationSeeds.all.last { $0.name == name })
            var texts = try RuleRecord(kind: kind, rule: rule, version: 1).texts
            #expect(try RuleDraft(texts, kind).parameters == rule.parameters)
            texts["overrides-1-institution"] = "4219900001"
            texts["overrides-1-own"] = "15"
            #expect(try RuleDraft(texts, kind).parameters == kept)
        }
    }

    @Test func `a rule of risk is about preparation for school alone, school alone, or all`() throws {
        func covered(_ changed: EditTexts) throws -> [Int] {
            let kind = try RuleKind.named("risk-unexcused")
            let rule = try #require(RegulationSeeds.all.first { $0.name == kind.name })
            let texts = try RuleRecord(kind: kind, rule: rule, version: 1).texts.setting(changed)
            let draft = try RuleDraft(texts, kind)
            let risk = try JSONDecoder().decode(RiskRule.self, from: Data(draft.parameters.utf8))
            return [0, 1, 5, 12].filter { risk.covers(grade: $0, programme: "") }
        }
        let (all, school) = (try covered([:]), try covered(["fromGrade": "1"]))
        #expect(all == [0, 1, 5, 12] && school == [1, 5, 12])
        let (alone, both) = (
            try covered(["fromGrade": "0", "toGrade": "0"]), try covered(["fromGrade": "0", "toGrade": "5"])
        )
        #expect(alone == [0] && both == [0, 1, 5])
        // A rule up to a grade was about those of known grades before there was a 0, and is.
        let before = try covered(["toGrade": "5"])
        #expect(before == [1, 5])
    }

    @Test func `decimals are kept in their units and written with the language's sign`() throws {
        let field = RuleField("share", Text(same: "share"), .number(decimals: 2, in: 0...10_000))
        var reader = FieldReader(["share": "12,5"])
        let value = try #require(field.value(&reader, as: "share"))
        #expect(value == .integer(1250) && reader.errors.isEmpty)
        #expect(field.texts(value) == ["share": "12.50"])
        let question = try #require(field.questions([:]).first)
        #expect(question.shown("12.50", .lv) == "12,50" && question.shown("12.50", .en) == "12.50")
        #expect(question.kept("12,5") == "12.50")
        var wrong = FieldReader(["share": "100,01"])
        #expect(field.value(&wrong, as: "share") == nil)
        #expect(wrong.errors.byField["share"]?.lv == "Skaitlim jābūt no 0,00 līdz 100,00.")
    }
}
