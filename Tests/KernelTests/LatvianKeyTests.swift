import Kernel
import Testing

@Suite struct LatvianKeyTests {
    private func before(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.lexicographicallyPrecedes(right) }

    @Test func `the alphabet stands in the Latvian order`() {
        let alphabet = "a ā b c č d e ē f g ģ h i ī y j k ķ l ļ m n ņ o ō p q r ŗ s š t u ū v w x z ž"
            .split(separator: " ").map(String.init)
        for index in alphabet.indices.dropFirst() {
            let (left, right) = (alphabet[index - 1], alphabet[index])
            #expect(before(LatvianKey.sort(left), LatvianKey.sort(right)), "\(left) \(right)")
        }
    }

    @Test func `places and names stand as in a Latvian directory`() {
        let sorted = [
            "Ābele", "Abele Z", "Ābelīte", "Balvi", "Bērziņš", "Cēsis", "Cukurs", "Čaks", "Gulbene", "Ģirts",
            "Īle",
            "Irbe", "Jelgava", "Kalniņš", "Ķegums", "Limbaži", "Ludza", "Ļaudona", "Nīca", "Ņina", "Sigulda",
            "Šķēde", "Talsi", "Zane", "Zilupe", "Žagars",
        ]
        var random = RandomSource(seed: 3)
        for _ in 0..<20 {
            let mixed = sorted.shuffled(using: &random)
            #expect(mixed.sorted { before(LatvianKey.sort($0), LatvianKey.sort($1)) } == sorted)
        }
    }

    @Test func `the length of vowels decides only between words that are alike without it`() {
        #expect(before(LatvianKey.sort("kāpa"), LatvianKey.sort("kāpe")))
        #expect(before(LatvianKey.sort("kapa"), LatvianKey.sort("kāpa")))
        #expect(before(LatvianKey.sort("kāpa"), LatvianKey.sort("kapab")))
        #expect(before(LatvianKey.sort("līdz"), LatvianKey.sort("lydz")))
        #expect(before(LatvianKey.sort("Ozols"), LatvianKey.sort("Ozols Jānis")))
        #expect(before(LatvianKey.sort("Ozols Jānis"), LatvianKey.sort("Ozols-Kalns")))
        #expect(before(LatvianKey.sort("Ozols-Kalns"), LatvianKey.sort("Ozols1")))
        #expect(before(LatvianKey.sort("Ozols1"), LatvianKey.sort("Ozolsa")))
    }

    @Test func `capitals and the composition of a letter change nothing`() {
        #expect(LatvianKey.sort("BĒRZIŅŠ") == LatvianKey.sort("bērziņš"))
        #expect(LatvianKey.sort("Be\u{304}rzin\u{327}s\u{30c}") == LatvianKey.sort("Bērziņš"))
        #expect("Be\u{304}rzin\u{327}s\u{30c}".composed.utf8.elementsEqual("Bērziņš".utf8))
        #expect(LatvianKey.sort("\u{feff}Ozols\u{ad}") == LatvianKey.sort("Ozols"))
    }

    @Test(arguments: [
        ("Müller", "Muller", "Mulles"), ("Łukasz", "Lukasz", "Ļaudona"), ("Groß", "Gross", "Grost"),
        ("Ąžuolas", "Ažuolas", "Ažuolat"),
        ("Ėglė", "Egle", "Eglf"), ("Nguyễn", "Nguyen", "Nguyeo"), ("s\u{323}a", "sa", "sb"),
    ])
    func `a foreign letter stands just after its base letter`(foreign: String, base: String, next: String) {
        #expect(before(LatvianKey.sort(base), LatvianKey.sort(foreign)))
        #expect(before(LatvianKey.sort(foreign), LatvianKey.sort(next)))
    }

    @Test func `Cyrillic follows Latin in its own order`() {
        let words = ["Žagars", "Анна", "Борис", "Юлия", "Ёлкин"]
        for index in words.indices.dropFirst() {
            #expect(before(LatvianKey.sort(words[index - 1]), LatvianKey.sort(words[index])))
        }
        #expect(LatvianKey.sort("АННА") == LatvianKey.sort("анна"))
    }

    @Test func `numbers in labels count by value`() {
        let labels = ["1.a", "2.a", "9.b", "10.a", "10.b", "12", "100", "IPb24"]
        #expect(labels.reversed().sorted { before(NaturalKey.sort($0), NaturalKey.sort($1)) } == labels)
        #expect(before(NaturalKey.sort("1.a"), NaturalKey.sort("01.a")))
        #expect(before(NaturalKey.sort("01.a"), NaturalKey.sort("1.b")))
        #expect(before(LatvianKey.sort("10.a"), LatvianKey.sort("9.b")))
    }

    @Test(arguments: [
        ("Bērziņš", "berzins"), ("BĒRZIŅŠ", "berzins"), ("Be\u{304}rzins\u{30c}", "berzins"),
        ("  Anna-Marija  Ozola. ", "anna marija ozola"),
        ("O’Nīls", "o nils"), ("Łukasz Groß", "lukasz gross"), ("Ёлкин", "елкин"), ("10.a", "10 a"),
        ("–", ""), ("", ""),
        ("Nguyễn", "nguyen"), ("Sør\u{ad}en", "soren"),
    ])
    func `a name is found without its marks`(name: String, key: String) {
        #expect(LatvianKey.search(name) == key)
    }

    @Test func `a search key is its own search key`() {
        for word in randomWords(500, seed: 21) {
            let key = LatvianKey.search(word)
            #expect(LatvianKey.search(key) == key)
        }
    }

    @Test func `the keys of all short words agree with a comparison letter by letter`() {
        let letters = ["a", "ā", "b", "c", "č", "i", "ī", "y", " ", "-", "7"].map(Character.init)
        let words = [""] + letters.map { String($0) } + letters.flatMap { a in letters.map { "\(a)\($0)" } }
        for left in words {
            for right in words {
                let expected = levels(left, right)
                #expect(before(LatvianKey.sort(left), LatvianKey.sort(right)) == expected, "\(left)|\(right)")
            }
        }
    }

    @Test func `the order of any words is total`() {
        let words = randomWords(120, seed: 5)
        for key in [LatvianKey.sort, NaturalKey.sort] {
            let keys = words.map(key)
            for (a, b) in zip(keys, keys.dropFirst()) {
                #expect([before(a, b), before(b, a), a == b].filter(\.self).count == 1)
                for c in keys where before(a, b) && before(b, c) { #expect(before(a, c)) }
            }
        }
    }

    /// First the letters by their place, then the vowels by their length: said twice, in two ways.
    private func levels(_ left: String, _ right: String) -> Bool {
        let first = Dictionary(uniqueKeysWithValues: zip(" -7aābcčiīy", [0, 1, 2, 3, 3, 4, 5, 6, 7, 7, 7]))
        let second: [Character: Int] = ["ā": 1, "ī": 1, "y": 2]
        let one = left.map { first[$0] ?? 99 }
        let other = right.map { first[$0] ?? 99 }
        if one != other { return one.lexicographicallyPrecedes(other) }
        return left.map { second[$0] ?? 0 }.lexicographicallyPrecedes(right.map { second[$0] ?? 0 })
    }

    private func randomWords(_ count: Int, seed: UInt64) -> [String] {
        let signs = Array("aābcčdeēgģiīkķlļnņoōrŗsšuūyzž -'.0019äößłąėЖя\u{30c}\u{304}—€")
        var random = RandomSource(seed: seed)
        return (0..<count).map { _ in
            String(
                (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
                    signs.randomElement(using: &random)
                }
            )
        }
    }
}
