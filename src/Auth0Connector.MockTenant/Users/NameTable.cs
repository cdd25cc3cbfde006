using System.Text;

namespace Auth0Connector.MockTenant.Users;

/// <summary>Given and family names of several languages, each with the form that fits an e-mail address.</summary>
internal sealed class NameTable
{
    private static readonly (string Given, string Family)[] Sources =
    [
        ("James,Mary,Robert,Linda,Michael,Susan,David,Karen", "Smith,Johnson,Brown,Taylor,O'Connor/oconnor,Clark,Lewis,Walker"),
        ("Jürgen/juergen,Anja,Björn/bjoern,Zoë/zoe,Lukas,Käthe/kaethe", "Müller/mueller,Groß/gross,Weiß/weiss,Schröder/schroeder,Vogel"),
        ("François/francois,Chloé/chloe,Étienne/etienne,Inès/ines,Louis", "Lefèvre/lefevre,Dubois,d'Arc/darc,Moreau,Garçon/garcon"),
        ("José/jose,Lucía/lucia,Íñigo/inigo,Sofía/sofia,Ángel/angel", "García/garcia,Núñez/nunez,Ibáñez/ibanez,de la Cruz/delacruz,Peña/pena"),
        ("Łukasz/lukasz,Małgorzata/malgorzata,Wojciech,Zofia,Błażej/blazej", "Wójcik/wojcik,Kowalczyk,Żak/zak,Dąbrowska/dabrowska,Nowak"),
        ("太郎/taro,花子/hanako,健太/kenta,さくら/sakura,翔/sho", "山田/yamada,佐藤/sato,鈴木/suzuki,高橋/takahashi,伊藤/ito"),
        ("Ivan/ivan,Ольга/olga,Дмитрий/dmitry,Юлия/yulia,Олексій/oleksii", "Иванов/ivanov,Петрова/petrova,Шевченко/shevchenko,Кузнецов/kuznetsov"),
        ("Γιώργος/giorgos,Ελένη/eleni,Νίκος/nikos", "Παπαδόπουλος/papadopoulos,Νικολάου/nikolaou"),
        ("محمد/mohammed,فاطمة/fatima,يوسف/youssef", "الحسن/alhassan,خوري/khoury,منصور/mansour"),
        ("İbrahim/ibrahim,Ayşe/ayse,Çağla/cagla", "Yılmaz/yilmaz,Öztürk/ozturk,Şahin/sahin"),
        ("Priya,अर्जुन/arjun,Ananya", "Sharma,पटेल/patel,Iyer"),
        ("Nguyễn/nguyen,Thảo/thao,Đức/duc", "Trần/tran,Lê/le,Phạm/pham"),
    ];

    private readonly Entry[][] _given = [.. Sources.Select(x => Parse(x.Given))];
    private readonly Entry[][] _family = [.. Sources.Select(x => Parse(x.Family))];

    public Entry Given(ulong hash) => Pick(_given, hash);

    public Entry Family(ulong hash) => Pick(_family, hash);

    // The low bits choose the language, alike for both halves of a name.
    private static Entry Pick(Entry[][] table, ulong hash)
    {
        var language = table[(hash & 0xFFFF) % (ulong)table.Length];
        return language[(hash >> 16) % (ulong)language.Length];
    }

    private static Entry[] Parse(string list) =>
    [
        .. list.Split(',').Select(item =>
        {
            var parts = item.Split('/');
            return new Entry(Encoding.UTF8.GetBytes(parts[0]), Encoding.UTF8.GetBytes(parts[^1].ToLowerInvariant()));
        }),
    ];

    internal readonly record struct Entry(byte[] Display, byte[] Slug);
}
