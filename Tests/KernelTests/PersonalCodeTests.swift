import Kernel
import Testing

// The codes are made up: no register gave them.
@Suite struct PersonalCodeTests {
    @Test(arguments: [
        "010203-21237", "01020321237", " 010203 21237 ", "010203–21237", "010203\u{2011}21237", "1020321237",
        "10203-21237",
    ])
    func `one code has one normal form however it is written`(text: String) throws {
        let code = try PersonalCode(text)
        #expect(code.normal == "010203-21237")
        #expect(code.check == .plausible)
        #expect(code.birthday == Day(2003, 2, 1))
        #expect(!code.isNewStyle)
    }

    @Test func `a code split over two columns is put together`() throws {
        #expect(try PersonalCode("010203", "21237") == PersonalCode("010203-21237"))
        #expect(try PersonalCode("10203", "21237") == PersonalCode("010203-21237"))
        #expect(throws: PersonalCodeFault.notACode) { try PersonalCode("010203", "") }
        #expect(throws: PersonalCodeFault.empty) { try PersonalCode("", " ") }
    }

    @Test func `a lost zero is not guessed where the check digit disagrees`() {
        #expect(throws: PersonalCodeFault.notACode) { try PersonalCode("1020321238") }
        #expect(throws: PersonalCodeFault.notACode) { try PersonalCode("10203", "21238") }
    }

    @Test(arguments: ["320000-00000", "32123456789", "391234-56789"])
    func `a code of the new kind tells nothing and has nothing to check`(text: String) throws {
        let code = try PersonalCode(text)
        #expect(code.isNewStyle)
        #expect(code.birthday == nil)
        #expect(code.check == .plausible)
    }

    @Test func `a wrong check digit is a warning and no refusal`() throws {
        #expect(try PersonalCode("010203-21238").check == .checksumFails)
        #expect(try PersonalCode("310810-29990").check == .plausible)
    }

    @Test func `every single mistyped digit after the birthday is noticed`() throws {
        let right = Array("15031012007".utf8)
        var noticed = 0
        for index in 6..<11 {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right[index] {
                var wrong = right
                wrong[index] = digit
                guard let code = try? PersonalCode(String(decoding: wrong, as: UTF8.self)) else { continue }
                noticed += code.check == .checksumFails ? 1 : 0
            }
        }
        #expect(noticed == 38)
    }

    @Test(arguments: [
        ("", PersonalCodeFault.empty), ("abc", .notACode), ("010203-2123", .notACode),
        ("010203-212345", .notACode),
        ("010203-91234", .notACode), ("310203-21234", .impossibleDay), ("301399-11234", .impossibleDay),
        ("010203-2123a", .notACode), ("0102-0321237", .notACode), ("01.02.03-21237", .notACode),
        ("０10203-21237", .notACode),
        ("1-2-3", .notACode),
    ])
    func `what is no code is refused with its reason`(text: String, fault: PersonalCodeFault) {
        #expect(throws: fault) { try PersonalCode(text) }
    }

    @Test func `nothing that describes a code shows a digit of it`() throws {
        struct Holder { let code: PersonalCode }
        let code = try PersonalCode("010203-21237")
        var dumped = ""
        dump(Holder(code: code), to: &dumped)
        for text in [
            "\(code)", String(reflecting: code), "\(Holder(code: code))", "\([code])",
            "\(Optional(code) as Any)",
        ] {
            #expect(text.contains("personas kods ••••••-•••••"))
            #expect(!text.contains { $0.isNumber })
        }
        #expect(!dumped.contains("21237") && !dumped.contains("010203") && !dumped.contains("[0]"))
    }

    @Test func `every fault has its words in both languages`() {
        for fault in PersonalCodeFault.allCases {
            #expect(fault.message.lv != fault.message.en && fault.advice.lv != fault.advice.en)
            #expect(Problem(fault).code == fault.code)
        }
    }
}
