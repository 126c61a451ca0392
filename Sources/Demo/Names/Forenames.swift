/// Forenames that are common in Latvia; with the surnames of the board they name nobody.
enum Forenames {
    static let boys = [
        "Adrians", "Aigars", "Aleksis", "Alens", "Armands", "Arnis", "Artis", "Artūrs", "Bruno", "Dainis",
        "Dāvis",
        "Didzis", "Dominiks", "Edgars", "Eduards", "Eižens", "Emīls", "Ernests", "Fēlikss", "Gatis",
        "Ģirts", "Gustavs", "Haralds", "Henriks", "Hugo", "Ingus", "Jēkabs", "Jorens", "Kārlis", "Klāvs",
        "Kristers", "Kristians", "Leons", "Linards", "Lūkass", "Madars", "Mareks", "Markuss", "Matīss",
        "Miks",
        "Nikolass", "Niks", "Olivers", "Oskars", "Oto", "Pauls", "Ralfs", "Raivis", "Reinis", "Renārs",
        "Rihards",
        "Roberts", "Rūdolfs", "Sandis", "Tomass", "Toms", "Valters", "Viesturs", "Žanis",
    ]

    static let girls = [
        "Adele", "Agate", "Agnese", "Alise", "Amanda", "Amēlija", "Anete", "Annija", "Asnate", "Aurēlija",
        "Beāte",
        "Betija", "Dārta", "Diāna", "Eliza", "Elīna", "Elza", "Emīlija", "Estere", "Eva", "Evelīna", "Grēta",
        "Gundega", "Ieva", "Ilze", "Ingūna", "Jasmīna", "Jete", "Justīne", "Kate", "Keita", "Kristiāna",
        "Ksenija",
        "Laima", "Lauma", "Laura", "Lība", "Līna", "Linda", "Loreta", "Lote", "Luīze", "Madara", "Madlēna",
        "Marta", "Melānija", "Megija", "Nikola", "Odrija", "Paula", "Patrīcija", "Rēzija", "Rūta", "Sabīne",
        "Samanta", "Sofija", "Šarlote", "Tīna", "Undīne", "Zane", "Žanete",
    ]

    /// Forenames of an older generation, for staff.
    static let men = [
        "Agris", "Aivis", "Andrejs", "Arvīds", "Brencis", "Elmārs", "Ēriks", "Gunvaldis", "Guntis", "Harijs",
        "Ilgvars", "Imants", "Ivars", "Juris", "Laimonis", "Modris", "Ojārs", "Osvalds", "Staņislavs",
        "Uldis",
        "Vilnis", "Visvaldis", "Zigmārs", "Zintis",
    ]

    static let women = [
        "Aija", "Ārija", "Astra", "Benita", "Brigita", "Daiga", "Daina", "Dzidra", "Dzintra", "Elga", "Gunta",
        "Ilga", "Ilona", "Indra", "Ināra", "Irēna", "Ivonna", "Jolanta", "Lolita", "Maruta", "Mudīte",
        "Nellija",
        "Ņina", "Rasma", "Sandra", "Sarmīte", "Silva", "Skaidrīte", "Solveiga", "Velga", "Zaiga",
        "Zinaīda", "Ženija",
    ]
}
