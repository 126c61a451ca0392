import Kernel

extension SampleWords {
    /// Columns of registers that no fact has.
    static let registers: [String: Text] = [
        "area": Text(lv: "mācību joma", en: "learning area"),
        "closed_day": Text(lv: "slēgta", en: "closed on"),
        "contact_lessons": Text(lv: "kontaktstundas", en: "contact lessons"),
        "is_alias": Text(lv: "cits nosaukums", en: "another name"),
        "is_reemigrant": Text(lv: "reemigrants", en: "re-emigrant"),
        "is_special": Text(lv: "speciālā programma", en: "special programme"),
        "is_ukraine": Text(lv: "Ukrainas civiliedzīvotājs", en: "civilian of Ukraine"),
        "licence_day": Text(lv: "licences datums", en: "day of the licence"),
        "licence_no": Text(lv: "licences numurs", en: "number of the licence"),
        "load_hundredths": Text(lv: "slodze", en: "load"),
        "name_en": Text(lv: "nosaukums angliski", en: "name in English"),
        "name_lv": Text(lv: "nosaukums", en: "name in Latvian"),
        "skill": Text(lv: "prasme", en: "skill"),
        "source": Text(lv: "avots", en: "source"),
        "subordination": Text(lv: "pakļautība", en: "subordination"),
        "text_sealed": Text(lv: "ieraksta teksts", en: "text of the entry"),
    ]
}
