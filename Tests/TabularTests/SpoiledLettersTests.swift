import Testing

@testable import Tabular

struct SpoiledLettersTests {
    @Test(arguments: [
        ("BÄ“rziÅ†Å¡", "Bērziņš"), ("Ä€boliÅ†a", "Āboliņa"), ("KÄ¼ava", "Kļava"),
        ("Å\u{a0}mits", "Šmits"), ("RÅ«ta, ÄŒakste", "Rūta, Čakste"),
        // Read as Windows-1257, where other signs stand in the same places.
        ("Ä¨akste", "čakste"), ("ÅŖdris", "Ūdris"), ("Å½agars", "Žagars"),
    ])
    func `two signs for a letter are the letter`(spoiled: String, meant: String) {
        #expect(SpoiledLetters.unicode.mended(spoiled) == meant)
        #expect(SpoiledLetters.found(in: [spoiled]) == .unicode)
    }

    @Test(arguments: ["Bērziņš", "Åkesson", "Ääremaa", "Müller", "„Ä”", "Ä", "abc", "", "VIÅ „Cēsis”"])
    func `letters as they should be are left alone`(text: String) {
        #expect(SpoiledLetters.unicode.mended(text) == nil)
        #expect(SpoiledLetters.baltic.mended("Bērziņš") == nil)
    }

    @Test func `a letter for a letter is told by letters that no name here has`() {
        #expect(SpoiledLetters.found(in: ["Bçrziòð", "Jânis"]) == .baltic)
        #expect(SpoiledLetters.baltic.mended("Bçrziòð") == "Bērziņš")
        #expect(SpoiledLetters.baltic.mended("Jânis") == "Jānis")
        #expect(SpoiledLetters.found(in: ["François", "Château"]) == nil)
        #expect(SpoiledLetters.found(in: ["Guðrún", "Bērziņš", "Jānis"]) == nil)
    }

    @Test func `a file tells that its letters are spoiled, and is read mended only where that is asked for`()
        throws
    {
        var table = try file("VÄ\u{81}rds;UzvÄ\u{81}rds\nZane;BÄ“rziÅ†a\n")
        #expect(table.encoding == .utf8)
        #expect(table.spoiled == .unicode)
        #expect(try texts(table).last == ["Zane", "BÄ“rziÅ†a"])
        table.mends = table.spoiled
        #expect(try texts(table) == [["Vārds", "Uzvārds"], ["Zane", "Bērziņa"]])
        #expect(try file("Vārds;Uzvārds\n").spoiled == nil)
    }
}
