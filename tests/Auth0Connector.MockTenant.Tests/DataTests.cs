using Auth0Connector.MockTenant.Data;
using Auth0Connector.MockTenant.Users;
using CsCheck;

namespace Auth0Connector.MockTenant.Tests;

public sealed class DataTests
{
    [Fact]
    public void Unmix_undoes_Mix() =>
        Gen.ULong.Sample(value => Mixing.Unmix(Mixing.Mix(value)) == value && Mixing.Mix(Mixing.Unmix(value)) == value);

    [Fact]
    public void Opaque_id_leads_back_to_its_index() => Gen.Select(Gen.ULong, Gen.Int[0, 1_000_000]).Sample((key, index) =>
    {
        var ids = new OpaqueIds("rol_", key, 1_000_001);
        var id = ids.At(index);
        return ids.Find(id) == index && id.Length == 20 && ids.Find(id[..^1] + (id[^1] == '0' ? '1' : '0')) == -1;
    });

    [Fact]
    public void Spread_set_has_distinct_members_each_found_at_its_position() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 50], Gen.ULong).Sample((count, modulus, hash) =>
        {
            var set = MemberSet.Spread(count, modulus, hash);
            var members = Enumerable.Range(0, set.Count).Select(set.At).ToList();
            return set.Count == Math.Min(count, modulus)
                && members.Distinct().Count() == set.Count
                && members.TrueForAll(x => x >= 0 && x < modulus)
                && Enumerable.Range(0, modulus).All(x => set.IndexOf(x) == members.IndexOf(x));
        });

    [Fact]
    public void Instant_is_written_as_the_framework_writes_it() =>
        Gen.Long[0, 4_102_444_800_000].Sample(milliseconds =>
        {
            var buffer = new Utf8Buffer();
            Instant.AppendTo(buffer, milliseconds);
            return buffer.ToString() == Instant.Format(milliseconds);
        });

    [Fact]
    public void Every_person_of_a_large_tenant_is_found_by_id()
    {
        var users = new UserDirectory(new() { Users = 1_000_000 });

        Gen.Int[0, 999_999].Sample(index => users.Find(users.IdOf(index)) == index);
    }

    [Fact]
    public void Time_of_creation_leads_to_the_first_who_came_then()
    {
        var timeline = new UserDirectory(new() { Users = 5000, BulkImport = 1000 }).Timeline;

        for (var index = 1; index < 5000; index++)
        {
            Assert.True(timeline.CreatedAt(index - 1) <= timeline.CreatedAt(index));
            var first = timeline.FirstAtOrAfter(timeline.CreatedAt(index));
            Assert.True(first <= index && timeline.CreatedAt(first) == timeline.CreatedAt(index));
            Assert.True(first == 0 || timeline.CreatedAt(first - 1) < timeline.CreatedAt(index));
        }
    }

    [Fact]
    public void Person_is_written_without_garbage_worth_naming()
    {
        var users = new UserDirectory(new() { Users = 20_000, Oddities = false });
        var json = new UserJson(users);
        var buffer = new Utf8Buffer(64 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var index = 0; index < 20_000; index++)
        {
            buffer.Clear();
            json.Append(buffer, index, UserSelection.All);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000 * 4);
    }
}
