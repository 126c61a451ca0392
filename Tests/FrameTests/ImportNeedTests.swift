import Frame
import Kernel
import Testing

struct ImportNeedTests {
    private let need = ImportNeed(
        ["code", "name"],
        Text(same: "by what?"),
        unless: (code: "pupils", value: "by-line")
    )

    @Test func `one of the fields is enough, as a column or said of all lines`() {
        #expect(need.isMet(["code": "", "name": "#2"], [:]))
        #expect(need.isMet([:], ["code": "A-1"]))
        #expect(!need.isMet(["code": "", "class": "#1"], ["name": "", "pupils": "by-code"]))
    }

    @Test func `none is needed where a person says that there is none`() {
        #expect(need.isMet([:], ["pupils": "by-line"]))
    }
}
