import Frame
import Kernel
import Testing

struct ImportSignsTests {
    private let codes = ImportSigns(
        [
            ImportSigns.Meaning("present", Text(same: "present")),
            ImportSigns.Meaning("excused", Text(same: "excused")),
        ],
        .signFirst
    )
    private let kinds = ImportSigns(
        [ImportSigns.Meaning("2", Text(same: "excused")), ImportSigns.Meaning("3", Text(same: "unexcused"))],
        .meaningFirst
    )

    @Test func `signs become a constant and come back from it`() {
        let constant = codes.constant(["present": "P, +", "excused": " S "])
        #expect(constant == "P=present +=present S=excused")
        #expect(codes.lists(constant) == ["present": "P, +", "excused": "S"])
        #expect(codes.constant(["present": " ", "excused": ""]).isEmpty)
    }

    @Test func `of parts of headings the longest stands first, as it may hold a shorter one`() {
        let constant = kinds.constant(["2": "attaisno", "3": "neattaisno, bez iemesla"])
        #expect(constant == "3=bez iemesla; 3=neattaisno; 2=attaisno")
        #expect(kinds.lists(constant) == ["2": "attaisno", "3": "bez iemesla, neattaisno"])
    }

    @Test func `what nobody changed stays as it was written`() {
        let present = "2=att; 3=neattaisno"
        #expect(kinds.constant(kinds.lists(present), present: present) == present)
        #expect(kinds.constant(["2": "att"], present: present) == "2=att")
    }

    @Test func `meanings that the tenant adds are asked by their list, and those not asked stay`() {
        let more = ImportSigns.More("absence-reason", prefix: "reason:")
        let signs = ImportSigns(codes.meanings, .signFirst, more: more)
        let asked = signs.adding([ImportSigns.Meaning("reason:1", Text(same: "illness"))])
        let present = "P=present A=reason:1 B=reason:9"
        #expect(asked.constant(["present": "P", "reason:1": "A"], present: present) == present)
        #expect(
            asked.constant(["present": "P", "reason:1": "C"], present: present)
                == "P=present C=reason:1 B=reason:9"
        )
        #expect(signs.constant(["present": "P"], present: "X=nonsense") == "P=present")
    }
}
