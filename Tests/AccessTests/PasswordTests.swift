import Kernel
import Testing

@testable import Access

struct PasswordTests {
    /// RFC 7914, section 12; the vector of 1 GiB is left out.
    @Test(
        arguments: [
            ("", "", 4, 1, 1, "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"),
            (
                "password", "NaCl", 10, 8, 16,
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
            ),
            (
                "pleaseletmein", "SodiumChloride", 14, 8, 1,
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
            ),
        ]
    )
    func `scrypt gives the keys of its standard`(
        password: String,
        salt: String,
        logN: Int,
        r: Int,
        p: Int,
        expected: String
    ) throws {
        let cost = ScryptCost(logN: logN, r: r, p: p)
        let key = try cost.key(Array(password.utf8), salt: Array(salt.utf8), count: 64)
        #expect(Hexadecimal.text(key).hasPrefix(expected))
        #expect(key.count == 64)
    }

    @Test func `a record is read back and matches its password alone`() throws {
        let cost = ScryptCost(logN: 4, r: 1, p: 1)
        let record = try PasswordRecord("Bērzs zem loga", cost: cost)
        let read = try #require(PasswordRecord(text: record.text))
        #expect(read == record)
        #expect(try read.matches("Bērzs zem loga"))
        #expect(try read.matches("Be\u{304}rzs zem loga"), "the letter in two code points is the same letter")
        #expect(try !read.matches("Berzs zem loga"))
        #expect(try !read.matches(""))
        #expect(read.isWeaker(than: .standard))
        #expect(!read.isWeaker(than: cost))
        #expect(
            try PasswordRecord("Bērzs zem loga", cost: cost).text != record.text,
            "each record has its own salt"
        )
    }

    @Test(
        arguments: [
            "", "$scrypt$ln=15,r=8,p=1$AAAA", "$scrypt$ln=40,r=8,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$ln=15,r=8$AAAA$AAAAAAAAAAAAAAAAAAAAAAAA",
            "$argon2$ln=15,r=8,p=1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$ln=15,r=8,p=1$AA!A$AAAAAAAAAAAAAAAAAAAAAAAA", "$scrypt$ln=15,r=8,p=1$AAAA$AAAA",
        ]
    )
    func `what is no record, or asks for the whole memory, is not read`(text: String) {
        #expect(PasswordRecord(text: text) == nil)
    }

    @Test(
        arguments: [
            "īsa parole", "password1234", "123456789012", "qwertyuiop12", "ParoleParole1", "aaaaaaaaaaaa",
            "anna.berzina1", "BērziņaBērziņa", "annaannaannaanna", "abcdefghijkl", "latvija2026!",
        ]
    )
    func `short, common and own passwords are refused`(password: String) {
        #expect(throws: Refusal.self) {
            try PasswordRules.check(password, own: ["anna.berzina", "anna.berzina@skola.lv", "Anna Bērziņa"])
        }
    }

    @Test(arguments: ["zirgs baterija skava", "Trīs zaļi kaķi uz jumta", "kXw9-Lq2v_7Tzm"])
    func `long passwords that nobody tries first are taken`(password: String) throws {
        try PasswordRules.check(password, own: ["anna.berzina", "", "Anna Bērziņa"])
    }

    @Test func `no printed form shows a secret`() throws {
        let secret = Secret()
        let record = try PasswordRecord("zirgs baterija skava", cost: ScryptCost(logN: 4, r: 1, p: 1))
        let totp = TOTP.new()
        #expect("\(secret) \(record) \(totp)" == "•••• •••• ••••")
        #expect(String(reflecting: secret) == "••••")
        #expect(secret.text.utf8.count == 43)
    }
}
