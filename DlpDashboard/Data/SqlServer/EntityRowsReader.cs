using System.Collections;
using System.Data.Common;
using System.Globalization;
using DlpDashboard.Data.Dialects;

namespace DlpDashboard.Data.SqlServer;

/// <summary>Entities as the rows that bulk copy reads; forward only, nothing is copied.</summary>
internal sealed class EntityRowsReader<T>(IReadOnlyList<EntityColumn> columns, IReadOnlyList<T> rows) : DbDataReader
    where T : class
{
    private int _at = -1;

    public override int FieldCount => columns.Count;

    public override int Depth => 0;

    public override bool HasRows => rows.Count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_at < rows.Count;

    public override bool NextResult() => false;

    public override object GetValue(int ordinal) => columns[ordinal].ValueOf(rows[_at]) ?? DBNull.Value;

    public override bool IsDBNull(int ordinal) => columns[ordinal].ValueOf(rows[_at]) is null;

    public override string GetName(int ordinal) => columns[ordinal].Name;

    public override int GetOrdinal(string name) => Enumerable.Range(0, columns.Count).First(i => columns[i].Name == name);

    public override Type GetFieldType(int ordinal) => columns[ordinal].ProviderType;

    public override string GetDataTypeName(int ordinal) => columns[ordinal].StoreType;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, columns.Count);
        for (var i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => Convert.ToInt16(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => Convert.ToInt32(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException("Bulk copy takes whole values.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException("Bulk copy takes whole values.");
}
