@echo off
rem Starts Overthink on Windows, and first builds it when there is no build. After a change of the sources: overthink.cmd --build
setlocal
set "jar="
set "root=%~dp0"
set "app=%root%scenarios\target\quick"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1 || (
    echo overthink: there is no Java. Install a JDK, version 17 or newer, or set JAVA_HOME. 1>&2
    exit /b 1
)

rem What was unpacked from a distribution is built already.
if exist "%root%app\overthink.jar" (
    set "app=%root%app"
    set "jar=%root%app\overthink.jar"
    goto start
)
if "%~1"=="--build" goto build
if exist "%app%\overthink-scenarios-*.jar" goto start

:build
where mvn >nul 2>&1 || (
    echo overthink: Maven ^(mvn^) is not on the PATH. Version 3.8 or newer is needed to build Overthink. 1>&2
    exit /b 1
)
echo overthink: building 1>&2
pushd "%root%"
call mvn -B -q -Dquick -pl scenarios -am package 1>&2
if errorlevel 1 (
    popd
    echo overthink: the build failed, see above. 1>&2
    exit /b 1
)
popd
if "%~1"=="--build" exit /b 0

:start
rem Plugins are met on the module path, where they cannot reach behind what core exports.
set "modules="
for %%a in (%*) do (
    if "%%~a"=="--plugins" set "modules=yes"
    if "%%~a"=="check" set "modules=yes"
)
if not defined jar for %%j in ("%app%\overthink-scenarios-*.jar") do set "jar=%%~fj"
set "options=-XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8"
if defined modules (
    "%java%" %options% "-Doverthink.scenarios=%root%scenarios" -p "%jar%;%app%\lib" -m overthink.scenarios/overthink.scenarios.command.Main %*
) else (
    "%java%" %options% "-Doverthink.scenarios=%root%scenarios" -cp "%jar%" overthink.scenarios.command.Main %*
)
exit /b %errorlevel%
